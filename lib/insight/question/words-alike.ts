import { termOf } from '@/lib/language/terms'
import { THESAURUS } from './data/thesaurus-en'
import { baseForm } from './verb-forms'

const alike = new Map<string, Set<string>>()
for (const line of THESAURUS.trim().split('\n')) {
  const group = line
    .trim()
    .split(/\s+/)
    .map((word) => termOf(baseForm(word)))
  for (const term of group) {
    const known = alike.get(term) ?? new Set()
    for (const other of group) if (other !== term) known.add(other)
    alike.set(term, known)
  }
}

const NONE: ReadonlySet<string> = new Set()

/** English terms that reports may have instead of this one. */
export const alikeTo = (term: string): ReadonlySet<string> => alike.get(term) ?? NONE
