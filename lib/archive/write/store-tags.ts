import * as z from 'zod'
import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { slugify } from '@/lib/article/slug'
import type { Statements } from '../statements'
import { storeAllTagWords } from './list-words'

const stored = z.object({
  slug: z.string(),
  tag: z.string(),
  name: z.string(),
  description: z.string().nullable(),
})

/** What tags.yaml said when it was last valid. */
export function readStoredTags(rows: Statements): CanonicalTag[] {
  const tags = new Map<string, CanonicalTag>()
  const names = rows.all(
    stored,
    'SELECT slug, tag, name, description FROM tag_names ORDER BY slug <> tag, slug',
  )
  for (const { slug, tag, name, description } of names) {
    if (slug !== tag) tags.get(tag)?.synonyms.push(name)
    else tags.set(tag, { name, slug, synonyms: [], ...(description !== null && { description }) })
  }
  return [...tags.values()]
}

/**
 * Stores what tags.yaml says. Articles whose tags it now names differently are marked to be read again; returns whether
 * there are any.
 */
export function storeTags(rows: Statements, tags: readonly CanonicalTag[]): boolean {
  const changed = changedSlugs(readStoredTags(rows), tags)
  rows.run('DELETE FROM tag_names')
  for (const tag of tags) {
    const { slug, name, description = null } = tag
    rows.run(INSERT, { slug, tag: slug, name, description })
    for (const synonym of tag.synonyms) {
      rows.run(INSERT, { slug: slugify(synonym), tag: slug, name: synonym, description: null })
    }
  }
  storeAllTagWords(rows)
  return rows.run(MARK, { slugs: JSON.stringify([...changed]) }).changes > 0
}

/** Every name of each tag whose names have changed. */
function changedSlugs(before: readonly CanonicalTag[], after: readonly CanonicalTag[]) {
  const namesOf = (tags: readonly CanonicalTag[]) =>
    new Map(tags.map((tag) => [tag.slug, [tag.name, ...[...tag.synonyms].sort()]]))
  const was = namesOf(before)
  const is = namesOf(after)
  const slugs = new Set([...was.keys(), ...is.keys()])
  const differs = [...slugs].filter(
    (slug) => JSON.stringify(was.get(slug)) !== JSON.stringify(is.get(slug)),
  )
  return new Set(
    differs.flatMap((slug) => [...(was.get(slug) ?? []), ...(is.get(slug) ?? [])].map(slugify)),
  )
}

const INSERT = `INSERT INTO tag_names (slug, tag, name, description)
  VALUES (:slug, :tag, :name, :description)`

const MARK = `UPDATE files SET mtime = -1, hash = ''
  WHERE CASE dir WHEN '' THEN name ELSE dir || '/' || name END IN (
    SELECT a.path FROM lists l JOIN entries e ON e.list = l.id JOIN articles a ON a.id = e.article
    WHERE l.kind = 'tag' AND l.slug IN (SELECT value FROM json_each(:slugs)))`
