import { isFunctionWord } from '@/lib/language/terms'

/** Words that begin with a capital, and the small ones that join them: Ministry of Health, Corte de Apelaciones. */
const RUN =
  /\p{Lu}[\p{L}\p{M}\p{N}'’-]*(?:[\s.]+(?:(?:of|the|for|and|de|des|du|del|della|der|von|y|e)\s){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’-]*)+/gu
/** An initial is no word of a name. */
const WORD = /\p{Lu}[\p{L}\p{M}\p{N}'’-]+/gu

/** A name of as many words is written in full where a text introduces whom or what it names, and hardly again. */
const FULL = 3

/** The beginnings of the names that a text writes in full, three words each. */
export function fullNames(text: string, lang?: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(RUN)) {
    const words = run.match(WORD) ?? []
    const first = words.findIndex((word) => !isFunctionWord(word.toLowerCase(), lang))
    const name = words.slice(first, first + FULL)
    if (first >= 0 && name.length === FULL) found.add(name.join(' '))
  }
  return found
}
