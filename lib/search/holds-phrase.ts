import type { Article } from '@/lib/article/article'
import { words } from '@/lib/language/words'
import { plainText } from '@/lib/markdown/plain-text'

/** Whether headline, description or text have each phrase word for word; case, accents and punctuation don't count. */
export function holdsPhrases(
  { title, description, body, lang }: Pick<Article, 'title' | 'description' | 'body' | 'lang'>,
  phrases: readonly string[],
): boolean {
  const texts = [title, description ?? '', plainText(body)].map((text) => inARow(text, lang))
  return phrases.every((phrase) => {
    const row = inARow(phrase, lang)
    return row !== '  ' && texts.some((text) => text.includes(row))
  })
}

/** Words between single spaces, so that one row of words contains another only at the borders of words. */
const inARow = (text: string, lang: string | undefined) =>
  ` ${words(text, lang)
    .map((word) => ACRONYMS[word] ?? word)
    .join(' ')} `

/** Who types an acronym in small letters means it all the same. */
const ACRONYMS: Record<string, string> = { usa: 'us', whoabbr: 'who', itabbr: 'it' }
