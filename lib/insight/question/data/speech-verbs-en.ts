const VERBS = `
  say said says tell told tells add added adds argue argued argues explain explained explains warn warned warns claim claimed
  claims announce announced announces acknowledge acknowledged state stated states reply replied replies answer answered answers
  call called calls write wrote written writes describe described describes think thought thinks promise promised demand
  demanded urge urged urges comment commented confirm confirmed confirms insist insisted note noted notes stress stressed declare
  declared admit admitted deny denied respond responded hold held rule ruled rules find found
  released voiced asserted cautioned conceded concluded countered recalled remarked suggested vowed welcomed
`

/** Verbs of saying, in the forms in which reports have them. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(VERBS.trim().split(/\s+/))

/** What somebody says something in. */
export const SPEECH_NOUNS =
  /^(?:statement|report|letter|ruling|verdict|speech|announcement|article|op-?ed|interview|study|survey|poll|law|bill|treaty|resolution)$/
