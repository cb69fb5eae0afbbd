import { decodeString, REFERENCE } from '@/lib/markdown/lexer/decode-string'

const ANY = new RegExp(REFERENCE.source, 'g')
const MARKUP = /<\/?(?:[a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/i

/** `&#8217;` and `&amp;` as the characters that they mean. */
export const decodeReferences = (text: string): string =>
  text.replace(ANY, (whole) => decodeString(whole))

/** The first character reference or HTML tag of a text that isn't HTML: readers would see it as it is. */
export function htmlIn(text: string): string | undefined {
  const reference = text.match(ANY)?.find((each) => decodeReferences(each) !== each)
  return reference ?? MARKUP.exec(text)?.[0]
}
