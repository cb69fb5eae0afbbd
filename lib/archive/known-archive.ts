import path from 'node:path'
import * as z from 'zod'
import { jsonText } from '@/lib/article/json-text'
import { slugify } from '@/lib/article/slug'
import { tagsBeside } from '@/lib/check/check-tag-addresses'
import { closestName } from '@/lib/check/closest-name'
import type { ArticleState, Known, NamedKind } from '@/lib/check/known'
import { fileKind, isServed, splitPath } from '@/lib/content/file-kind'
import { type ImageFault, imageFault, NO_IMAGE, sizeFault } from '@/lib/content/image-facts'
import { readContentFile } from '@/lib/content/read-content-file'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { bodyAnchors, hasAnchor } from '@/lib/markdown/body-anchors'
import { plainText } from '@/lib/markdown/plain-text'
import { hasList, readNames, usesTags } from './known-names'
import type { Statements } from './statements'
import { fieldsColumn } from './stored'
import { NEVER } from './visibility'
import { readTagUses } from './write/signed-tags'
import { readStoredSite } from './write/store-site'
import { readStoredTags } from './write/store-tags'

const place = z.object({ dir: z.string() })

/** A checkout made on macOS may hold names in Unicode form NFD. */
const inBothForms = (name: string) => ({ nfc: name.normalize('NFC'), nfd: name.normalize('NFD') })

const BY_NAME = 'SELECT dir FROM files WHERE name IN (:nfc, :nfd)'

/** What links and images can point to: known from the archive, or read from the folder where the archive keeps nothing. */
export function knownArchive(rows: Statements, contentDir: string): Known {
  const names = new Map<NamedKind, ReadonlySet<string>>()
  const tags = readStoredTags(rows)
  const hasText = (kind: 'article' | 'page', slug: string) =>
    rows
      .all(place, BY_NAME, inBothForms(`${slug}.md`))
      .some(({ dir }) => fileKind(`${dir}/x.md`) === kind)
  const read = (below: string) =>
    readContentFile({ path: below, absolute: path.join(contentDir, below) })
  return {
    hasArticle: (slug) => hasText('article', slug),
    hasPage: (slug) => hasText('page', slug),
    stateOf: (slug) => stateOf(rows, slug),
    isAlias: (address) =>
      rows.one(place, "SELECT '' AS dir FROM aliases WHERE path = :address", { address }) !==
      undefined,
    hasList: (address) => hasList(rows, address),
    hasFile: (below) => hasFile(rows, below),
    imageFault: (below) => readImageFault(rows, below),
    anchorsWithout: (slug, anchor) => anchorsWithout(rows, slug, anchor),
    closest: (kind, name) => {
      const known = names.get(kind) ?? readNames(rows, kind)
      names.set(kind, known)
      return closestName(kind, name, known)
    },
    tags: () => tags,
    usesTags: () => tags.length > 0 || usesTags(rows),
    tagsBeside: (name) => tagsBeside(name, readTagUses(rows, slugify(name))),
    textOf: (below) => {
      const file = read(below)
      const site = readStoredSite(rows)
      const parsed = file.ok ? parseArticle({ path: below, bytes: file.bytes, site }) : undefined
      return parsed?.ok ? { ...parsed.article, text: plainText(parsed.article.body) } : undefined
    },
    placeOf: (below, keys) => {
      const file = read(below)
      return file.ok ? fieldPlace(file.bytes, keys) : { line: 1, column: 1 }
    },
  }
}

const state = z.object({
  draft: z.number(),
  withdrawn: z.number(),
  due: z.number(),
  expires: z.number(),
})

function stateOf(rows: Statements, slug: string): ArticleState | undefined {
  const sql = 'SELECT draft, withdrawn, due, expires FROM articles WHERE slug = :slug'
  const row = rows.one(state, sql, { slug })
  if (row === undefined) return undefined
  return {
    ...(row.withdrawn === 1 && { hidden: 'withdrawn' }),
    ...(row.draft === 1 && { hidden: 'draft' }),
    due: new Date(row.due),
    ...(row.expires < NEVER && { expires: new Date(row.expires) }),
  }
}

function hasFile(rows: Statements, below: string): boolean {
  const { dir, name } = splitPath(below.normalize('NFC'))
  const dirs = rows.all(place, BY_NAME, inBothForms(name))
  return isServed(dir) && dirs.some((each) => each.dir.normalize('NFC') === dir)
}

const measured = z.object({ width: z.number(), height: z.number(), bytes: z.number() })
const faulty = z.object({ fault: jsonText(imageFault) })

function readImageFault(rows: Statements, below: string): ImageFault | undefined {
  if (!hasFile(rows, below)) return undefined
  if (fileKind(below) !== 'media') return NO_IMAGE
  const paths = inBothForms(below)
  const fault = 'SELECT fault FROM image_faults WHERE path IN (:nfc, :nfd)'
  const bad = rows.one(faulty, fault, paths)
  const image = 'SELECT width, height, bytes FROM media WHERE path IN (:nfc, :nfd)'
  const good = bad ? undefined : rows.one(measured, image, paths)
  return bad?.fault ?? (good && sizeFault(good, good.bytes))
}

const text = z.object({ fields: fieldsColumn, body: z.string() })

function anchorsWithout(rows: Statements, slug: string, anchor: string) {
  const sql = 'SELECT fields, body FROM articles JOIN bodies USING (id) WHERE articles.slug = :slug'
  const found = rows.one(text, sql, { slug })
  if (found === undefined || hasAnchor(found.body, found.fields.lang, anchor)) return undefined
  return bodyAnchors(found.body, found.fields.lang)
}
