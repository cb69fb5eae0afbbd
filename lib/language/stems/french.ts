/** Words that end in s or x whatever their number, where the shorter one is another word: un cours, une cour. */
const UNCHANGED = new Set(
  `anus bas bois bras cours dans fils fois gens gras jus mars mois plus puis sens sous tous tres vers avis envers`.split(
    ' ',
  ),
)

const IRREGULAR: Record<string, string> = { yeux: 'oeil', cieux: 'ciel' }

/** Shorter words are other words without their ending. */
const SHORTEST = 4
/** From this length on a feminine ending tells of a person: la directrice, but not la mère. */
const LONG = 7

/**
 * The stem of a folded French word: its singular, and of people the masculine. (Snowball's needs the accents, which
 * folding has taken off, and leaves -aux and -ail apart.)
 */
export function stemFrench(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  return word.length < SHORTEST || UNCHANGED.has(word) ? word : masculine(singular(word))
}

function singular(word: string): string {
  if (/[^e]aux$/.test(word)) return `${word.slice(0, -3)}al`
  // Travail and travaux; of the other words in -ail all forms change alike.
  return word.replace(/(?<=[^s])[sx]$/, '').replace(/ail$/, 'al')
}

function masculine(word: string): string {
  if (word.length < LONG) return word
  return word
    .replace(/trice$/, 'teur')
    .replace(/euse$/, 'eur')
    .replace(/(?<=i)enne$|(?<=[oy])enne$/, 'en')
    .replace(/(?<=[ae]n)te$/, 't')
    .replace(/(?<=[cd]at|[ct]ier|[gh]er)e$/, '')
}
