import { parseArticle } from '@/lib/front-matter/parse-article'
import { parsePlainPage } from '@/lib/front-matter/parse-plain-page'
import type { Problem } from '@/lib/front-matter/problem'
import type { SiteDefaults } from '@/lib/site/site'
import type { OldText } from '../old-text'
import { contentFile, type Fields } from './article-file'

/** Taking a field out may show what is wrong with another. */
const MOST_TRIES = 4

type Made = { kind: OldText['kind']; below: string; fields: Fields; markdown: string }

/** A file without the fields whose values the site can't use, and what is wrong with it. */
export function checkedFile({ kind, below, fields, markdown }: Made, site: SiteDefaults) {
  const left: { kind: 'field' | 'date' | 'problem'; detail: string; line?: number }[] = []
  const kept = { ...fields }
  let problems: Problem[] = []
  let file = ''
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    file = contentFile(kept, markdown)
    const input = { path: below, bytes: Buffer.from(file), site }
    const parsed = kind === 'page' ? parsePlainPage(input) : parseArticle(input)
    problems = parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error')
    const optional = problems
      .map(fieldOf)
      .filter((name) => name in kept && name !== 'title' && name !== 'date')
    if (optional.length === 0) break
    for (const name of new Set(optional)) {
      left.push({
        kind: 'field',
        detail: `${name} ${problems.find((each) => fieldOf(each) === name)?.problem}`,
      })
      delete kept[name]
    }
  }
  const rest = problems.map(({ field, problem, line }) =>
    field === 'date'
      ? { kind: 'date' as const, detail: problem, line }
      : { kind: 'problem' as const, detail: `${field} ${problem}`, line },
  )
  return { file, problems: [...left, ...rest] }
}

const fieldOf = ({ field }: Problem) => field.split(/[.[]/)[0] ?? ''
