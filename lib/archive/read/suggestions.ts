import * as z from 'zod'
import { LIST_KINDS } from '@/lib/article/lists'
import { shownText } from '@/lib/article/shown'
import { quoted } from '@/lib/language/quoted-term'
import { primaryLanguage } from '@/lib/language/stems/stem'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'
import { articleOfRow } from '../write/headlines'
import { countList } from '../write/list-rows'
import { readStoredSite } from '../write/store-site'
import { oneOfEachStory } from './translations'

/** The last code point, which no word contains: what sorts before it starts with the prefix. */
const LAST = '\u{10ffff}'

const named = z.object({
  id: z.number(),
  kind: z.enum(LIST_KINDS),
  slug: z.string(),
  name: z.string(),
})

/** A tag, source, author or section, with the number of its visible articles. */
export type NamedList = {
  kind: (typeof LIST_KINDS)[number]
  slug: string
  name: string
  count: number
}

type Bounds = { limit: number; now: Date }

/** Lists whose name (or a synonym of it) has all these folded words, the last as a prefix; the largest first. */
export function findNamedLists(
  words: readonly string[],
  { limit, now }: Bounds,
  archive: Archive = theArchive(),
): NamedList[] {
  const [last = '', ...others] = [...words].reverse()
  if (last === '') return []
  const { rows } = archive
  const sql = `SELECT id, kind, slug, name FROM lists WHERE id IN (
      SELECT list FROM list_words WHERE word >= :last AND word < :end
      ${others.map((_, i) => `INTERSECT SELECT list FROM list_words WHERE word = :word${i}`).join(' ')}
    ) AND total > 0 ORDER BY total DESC, id LIMIT :limit`
  const values = Object.fromEntries(others.map((word, i) => [`word${i}`, word]))
  return rows
    .all(named, sql, { last, end: last + LAST, limit, ...values })
    .map(({ id, ...list }) => ({ ...list, count: countList(rows, id, now) }))
    .filter(({ count }) => count > 0)
}

const headline = z.object({ slug: z.string(), title: z.string(), lang: z.string() })
export type Headline = { slug: string; title: string }

/** How many times more of the newest are read, so that those in the site's language can come first. */
const LOOKED_AT = 4

/** Articles whose headline has all these folded words, the last as a prefix; the newest first. */
export function findHeadlines(
  words: readonly string[],
  { limit, now }: Bounds,
  archive: Archive = theArchive(),
): Headline[] {
  const [last = '', ...others] = [...words].reverse()
  if (last === '') return []
  const site = readStoredSite(archive.rows)
  const found = archive.rows.all(
    headline,
    `SELECT a.slug, a.summary ->> '$.title' AS title, a.lang
     FROM headlines CROSS JOIN articles a ON a.id = ${articleOfRow('headlines.rowid')}
     WHERE headlines MATCH :query AND ${seen.articles('a')} ORDER BY headlines.rowid DESC LIMIT :looked`,
    {
      query: [...others.map(quoted), `${quoted(last)} *`].join(' AND '),
      looked: limit * LOOKED_AT,
      now: now.getTime(),
    },
  )
  const isForeign = ({ lang }: (typeof found)[number]) =>
    Number(primaryLanguage(lang) !== primaryLanguage(site.lang))
  const stories = oneOfEachStory(found, site.lang, archive)
  const ordered = stories.sort((a, b) => isForeign(a) - isForeign(b)).slice(0, limit)
  return ordered.map(({ slug, title, lang }) => ({
    slug,
    title: shownText(title, site, lang),
  }))
}
