const list = (text: string) => new Set(text.trim().split(/\s+/))

/** Words with the ending of another word's plural. */
const UNCHANGED = list(
  'pais mais demais jamais seis reis leis dois depois pois herois caos maes mae mas',
)
const SINGULARS: Record<string, string> = { leis: 'lei', reis: 'rei', herois: 'heroi', maes: 'mae' }

/** Women whose name has another ending. */
const WOMEN: Record<string, string> = {
  alema: 'alemao',
  cidada: 'cidadao',
  irma: 'irmao',
  juiza: 'juiz',
  presidenta: 'president',
}

/** People whose names end in -o or -a, without that letter. */
const PEOPLE = list(`
  advogad alun amig arquitet bombeir candidat cidada companheir conselheir cozinheir deputad empregad enfermeir engenheir
  filh funcionari garot magistrad medic menin ministr moradr net noiv operari pilot politic prefeit secretari senad soci
  sobrinh testemunh usuari vizinh viuv
`)

/** Shorter words have no ending: dos, mês. */
const SHORTEST = 4

/** Plurals by their endings, the first that fits; folding has taken tildes and accents off. */
const PLURALS: readonly [RegExp, string][] = [
  [/(?:oes|aes|aos)$/, 'ao'],
  [/ais$/, 'al'],
  [/(?:eis|is)$/, 'l'],
  [/ois$/, 'ol'],
  [/ns$/, 'm'],
]

/**
 * The stem of a folded Portuguese word: its singular, and of people the masculine. (Snowball's leaves eleição and eleições,
 * jornal and jornais apart.)
 */
export function stemPortuguese(word: string): string {
  const known = SINGULARS[word]
  if (known !== undefined) return known
  if (word.length < SHORTEST || UNCHANGED.has(word)) return word
  return masculine(bare(singular(word)))
}

function singular(word: string): string {
  for (const [ending, single] of PLURALS) if (ending.test(word)) return word.replace(ending, single)
  return word.replace(/(?<=[aeiou])s$/, '')
}

/** Mulheres, cidades and cidade lose their e; túnel and túneis, fuzil and fuzis their vowel. */
const bare = (word: string) =>
  word.length < SHORTEST ? word : word.replace(/e$/, '').replace(/(?<=[^aeiou])[ei]l$/, 'l')

function masculine(stem: string): string {
  const known = WOMEN[stem]
  if (known !== undefined) return known
  if (/\p{L}{3}[dst]ora$/u.test(stem)) return stem.slice(0, -1)
  return stem.endsWith('a') && PEOPLE.has(stem.slice(0, -1)) ? `${stem.slice(0, -1)}o` : stem
}
