const VERBS = `
  say said says tell told tells add added adds argue argued argues explain explained explains warn warned warns claim claimed
  claims announce announced announces acknowledge acknowledged state stated states reply replied replies answer answered answers
  call called calls write wrote written writes describe described describes think thought thinks promise promised demand
  demanded urge urged urges comment commented confirm confirmed confirms insist insisted note noted notes stress stressed declare
  declared admit admitted deny denied respond responded hold held
`

/** Verbs of saying, in the forms in which reports have them. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(VERBS.trim().split(/\s+/))
