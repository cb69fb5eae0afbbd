import { misreadCharacters, nameOfCharacter } from '@/lib/article/misread-characters'
import { codePoint } from './characters'
import { positionAt } from './position'
import type { Problem } from './problem'

type Odd = { pattern: RegExp; problem: (found: string) => string; fix: string }

const named = (what: string) => (found: string) => `holds ${what}, ${codePoint(found)}`

/** Characters that are valid, but hardly ever what an editor meant to write. */
const ODD: readonly Odd[] = [
  {
    pattern: /\ufffd/,
    problem: named('the mark of a character that was lost'),
    fix: 'write the character that stood here',
  },
  {
    // UTF-8 that a program read as Windows-1252: â€™, Ã©.
    pattern: /\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u2014\u00a6]|\u00c3[\u00a0-\u00bf]/,
    problem: (found) => `reads ${JSON.stringify(found)}, which is another character misread`,
    fix: 'write the character that is meant, and save the file as UTF-8',
  },
  {
    pattern: /\u200b|\ufeff/,
    problem: named('an invisible space'),
    fix: 'delete it',
  },
  {
    pattern: /[\u2028\u2029]/,
    problem: named('a line break that isn’t one in Markdown'),
    fix: 'press Enter instead',
  },
  {
    pattern: /[\ue000-\uf8ff]/,
    problem: named('a character that only some fonts have'),
    fix: 'use another one',
  },
]

/** Any of these: most files contain none, and are searched only once. */
const ANY_ODD = /[\u0080-\u009f\u00c3\u00e2\u200b\u2028\u2029\ue000-\uf8ff\ufeff\ufffd]/

/** Warnings for a file's odd characters, one for each kind, at its first occurrence; `text` has LF line ends. */
export function oddCharacters(path: string, text: string): Problem[] {
  if (!ANY_ODD.test(text)) return []
  const warning = (index: number, problem: string, fix: string): Problem => ({
    ...{ severity: 'warning', path, ...positionAt(text, index), field: 'file', problem, fix },
  })
  const odd = ODD.flatMap(({ pattern, problem, fix }) => {
    const found = pattern.exec(text)
    return found ? [warning(found.index, problem(found[0]), fix)] : []
  })
  const kinds = new Map(
    misreadCharacters(text)
      .reverse()
      .map((each) => [each.found, each]),
  )
  const misread = [...kinds.values()].reverse().map(({ index, found, meant }) => {
    const points = [...found].map(codePoint).join(' ')
    return meant === ''
      ? warning(index, `holds the control character ${points}, which nobody sees`, 'delete it')
      : warning(index, `holds ${points} in the place of ${nameOfCharacter(meant)}`, MEND)
  })
  return [...odd, ...misread]
}

const MEND = 'run npm run content:check -- --fix, which writes it'
