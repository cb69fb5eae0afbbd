import { visitWords } from './word-spans'

/**
 * The words of a plain text (not Markdown), folded so that different spellings of one word are equal: see
 * `foldWord`. `lang` is a BCP 47 tag; without one the text is taken for English.
 */
export function words(text: string, lang?: string): string[] {
  const found: string[] = []
  visitWords(text, lang, (word) => found.push(word))
  return found
}
