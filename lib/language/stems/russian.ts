import { stemmer } from '@orama/stemmers/russian'

/** Words of one meaning whose plural is another word. */
const PLURALS: readonly [RegExp, string][] = [
  [/^дет(?:и|ей|ям|ьми|ях)$/, 'ребенк'],
  [/^люд(?:и|ей|ям|ьми|ях)$/, 'человк'],
]

/** Shorter stems keep their vowel: век, срок. */
const SHORTEST = 4

/**
 * The stem of a folded Russian word. Snowball's, but a noun in -ость is not its adjective (безопасность, безопасный), and a
 * vowel that comes and goes makes no two words: рынок, рынка; отец, отца; девушка, девушек.
 */
export function stemRussian(word: string): string {
  for (const [forms, stem] of PLURALS) if (forms.test(word)) return stem
  const quality = /^(.{3,}ост)(?:ь|и|ью|ей|ям|ями|ях)$/.exec(word)?.[1]
  if (quality !== undefined) return quality
  const stem = stemmer(word)
  if (stem.length < SHORTEST) return stem
  return stem.replace(/(?<=[^аеиоуыэюя])[ое](?=к$)|(?<=[^аеиоуыэюя])е(?=ц$)/, '')
}
