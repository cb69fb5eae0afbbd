import fc from 'fast-check'

/** Words that no reader may get: a single word of letters, so that no tokenizer splits it. */
export const SECRET = 'Zzhiddenzz'

/** Blocks in which an editor may hide words, each with the secret in it, to go between other blocks. */
export const HIDING_BLOCKS = [
  `<!-- ${SECRET} -->`,
  `<!-- ${SECRET}\n\n${SECRET} *one*. ${SECRET} two.\n\n- ${SECRET}\n\n> ${SECRET}\n-->`,
  `<!--\n# ${SECRET}\n\n[a](${SECRET}.md) ![${SECRET}](${SECRET}.jpg)\n-->`,
  `<!-->\n\n<!-- ${SECRET} -->`,
  `<?php\n\necho "${SECRET} > ${SECRET}";\n\n?>`,
  `<![CDATA[\n${SECRET} > ${SECRET}\n\n${SECRET}.\n]]>`,
  `<!DOCTYPE ${SECRET}>`,
  `<script>\n${SECRET}()\n\n// ${SECRET}.\n</script>`,
  `<style>\n.${SECRET} { }\n\n.b { }\n</style>`,
  `<template>\n<p>${SECRET}</p>\n</template>`,
  `<iframe src="${SECRET}" title="${SECRET}"></iframe>`,
  `<textarea>\n${SECRET}\n\n${SECRET}\n</textarea>`,
  `<svg><title>${SECRET}</title><text>${SECRET}</text></svg>`,
  `<div data-note="${SECRET}" onclick="${SECRET}()">\nShown.\n</div>`,
  `[//]: # (${SECRET})`,
  `[${SECRET}]: https://a.example/${SECRET} "${SECRET}"`,
  `[^${SECRET}]: ${SECRET} is in a note that nothing calls.\n\n    ${SECRET} again.`,
] as const

/** The same inside a line of words. */
export const HIDING_WORDS = [
  `<!-- ${SECRET} -->`,
  `<!-- ${SECRET}. ${SECRET} > -- ${SECRET} -->`,
  `<?php ${SECRET} > ${SECRET} ?>`,
  `<![CDATA[${SECRET} > ${SECRET}]]>`,
  `<!X ${SECRET}>`,
  `<script>${SECRET}</script>`,
  `<template>${SECRET}</template>`,
  `<span data-note="${SECRET}">seen</span>`,
] as const

/** What continues to the end of the body, because it never ends. */
export const HIDING_REST = [
  `<!-- ${SECRET}\n\n${SECRET} goes on.\n`,
  `<?php ${SECRET}\n\n${SECRET} goes on.\n`,
  `<![CDATA[ ${SECRET}\n\n${SECRET} goes on.\n`,
  `<script>\n${SECRET}\n\n${SECRET} goes on.\n`,
] as const

const marked = (text: string, first: string, others: string) =>
  text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n')

/** Places for blocks. */
const BLOCK_PLACES: readonly ((hidden: string) => string)[] = [
  (hidden) => hidden,
  (hidden) => marked(hidden, '- ', '  '),
  (hidden) => `- The harbour is open.\n\n${marked(hidden, '  ', '  ')}\n\n- Ferries sail.`,
  (hidden) => marked(hidden, '1. ', '   '),
  (hidden) => marked(hidden, '> ', '> '),
  (hidden) => `> The mayor said so.\n>\n${marked(hidden, '> ', '> ')}\n>\n> And left.`,
  (hidden) => marked(hidden, '> - ', '>   '),
]

/** Places for words. */
const WORD_PLACES: readonly ((hidden: string) => string)[] = [
  (hidden) => `The harbour ${hidden} is open today. Ferries sail.`,
  (hidden) => `The harbour is open${hidden}. Ferries sail.`,
  (hidden) => `*The harbour ${hidden} is* open to [ferries ${hidden}](https://a.example).`,
  (hidden) => `## The harbour ${hidden} opens`,
  (hidden) => `The harbour ${hidden}\n===`,
  (hidden) => `- The harbour ${hidden} is open.\n- ${hidden} Ferries sail.`,
  (hidden) => `> The harbour ${hidden} is open.`,
  (hidden) => `| Harbour ${hidden} | Ferry |\n|---|---|\n| open ${hidden} | two |`,
  (hidden) => `The harbour.[^n]\n\n[^n]: It is ${hidden} open.`,
]

const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...BLOCK_PLACES), fc.constantFrom(...HIDING_BLOCKS))
    .map(([place, hidden]) => place(hidden)),
  fc
    .tuple(fc.constantFrom(...WORD_PLACES), fc.constantFrom(...HIDING_WORDS))
    .map(([place, hidden]) => place(hidden)),
  fc.constant('The council met on Monday. It talked about the harbour for two hours.'),
)

/** Bodies that hide words at their start, between other blocks and at their end. */
export const hidingBodies = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 4 }),
    fc.option(fc.constantFrom(...HIDING_REST), { nil: '' }),
  )
  .map(([pieces, rest]) => `${pieces.join('\n\n')}\n\n${rest}`)
