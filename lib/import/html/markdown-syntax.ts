/** Pieces of Markdown made of text that may contain anything. */

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The path of a picture or link as a destination: no white space, no bracket that could end it. */
export function destination(address: string): string {
  return address
    .trim()
    .replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29')
}

export const inBrackets = (text: string): string => oneLine(text).replace(/[\\[\]`<&*_]/g, '\\$&')

export const inQuotes = (text: string): string => oneLine(text).replace(/[\\"<&*_`]/g, '\\$&')

/** `![alt](src "caption")` */
export function markdownImage({
  src,
  alt,
  caption,
}: {
  src: string
  alt: string
  caption?: string
}) {
  const title = caption === undefined || caption === '' ? '' : ` "${inQuotes(caption)}"`
  return `![${inBrackets(alt)}](${destination(src)}${title})`
}

/** Fenced code, with a fence longer than any in it. */
export function markdownCode(code: string, language = ''): string {
  const longest = Math.max(
    2,
    ...[...code.matchAll(/^ {0,3}(`{3,})/gm)].map(([, ticks = '']) => ticks.length),
  )
  const fence = '`'.repeat(longest + 1)
  const name = /^[\w+#.-]{1,30}$/.test(language) ? language.toLowerCase() : ''
  return `${fence}${name}\n${code.replace(/^\n|\n+$/g, '')}\n${fence}`
}
