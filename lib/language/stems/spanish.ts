const list = (text: string) => new Set(text.trim().split(/\s+/))

/** People whose names end in -o or -a, without that letter. */
const PEOPLE = list(`
  abogad abuel alumn amig arquitect bomber camarer candidat ciudadan cociner companer consejer diputad
  emplead enfermer funcionari herman hij ingenier magistrad maestr medic ministr nin novi obrer person pilot politic
  secretari sobrin soci soldad suegr usuari vecin viud
`)

/** Women whose name has more than another vowel. */
const WOMEN: Record<string, string> = {
  presidenta: 'president',
  jueza: 'juez',
  alcaldesa: 'alcald',
  dependienta: 'dependient',
}

/** Shorter words have no ending: las, pie, mes. */
const SHORTEST = 4

/**
 * The stem of a folded Spanish word: its singular, and of people the masculine. The vowel at the end stays, for un caso is
 * no casa. (Snowball's takes it off.)
 */
export function stemSpanish(word: string): string {
  let stem = word
  for (let shorter = withoutEnding(stem); shorter !== stem; shorter = withoutEnding(stem))
    stem = shorter
  return masculine(stem)
}

/** One letter less: -s, and the e of leyes and hombres, as that of hombre. What ends in -es itself loses it too: francés. */
function withoutEnding(word: string): string {
  if (word.length < SHORTEST) return word
  if (/[aeiou]s$/.test(word)) return word.slice(0, -1)
  if (word.endsWith('ce')) return `${word.slice(0, -2)}z`
  return word.endsWith('e') ? word.slice(0, -1) : word
}

function masculine(stem: string): string {
  const known = WOMEN[stem]
  if (known !== undefined) return known
  if (/\p{L}{3}[dst]ora$/u.test(stem)) return stem.slice(0, -1)
  return stem.endsWith('a') && PEOPLE.has(stem.slice(0, -1)) ? `${stem.slice(0, -1)}o` : stem
}
