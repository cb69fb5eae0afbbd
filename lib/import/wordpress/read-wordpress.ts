import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import type { Guess, OldOutline, OldPaper, OldSite, OldText, Survey } from '../old-text'
import { plainWords } from '../plain-words'
import { readRecords } from '../read-records'
import { textIn, type XmlRecord } from '../xml-record'
import type { Attachment, Library } from './shortcodes'
import { FURNITURE, isText, metaOf, outlineOf, textOf } from './wordpress-post'

/** Comments are imported by `npm run comments`. */
const SKIP = new Set(['wp:comment'])

const PICTURE_FOLDERS = ['wp-content/uploads', 'uploads', 'media']

/** Shared blocks are kept in memory between the two readings. */
const MAX_BLOCKS = 16 * 1_048_576

/** WordPress' own name for posts to which nobody gave a category, in each language: its slug stays. */
const UNSORTED = 'uncategorized'

/** A WXR file, or a folder of several into which a large export is cut, read twice without ever being in memory. */
export function readWordpress(given: string): OldPaper {
  const files = filesOf(given)
  const library = new ReadLibrary()
  let siteUrl = ''
  return {
    async survey(progress) {
      const read = new Surveying(library)
      for (const file of files) {
        for await (const record of recordsOf(file)) {
          read.add(record)
          progress(read.outlines.length)
        }
      }
      siteUrl = read.site.url ?? ''
      return read.finish(pictureFolders(given))
    },
    async *texts(): AsyncGenerator<OldText> {
      for (const file of files)
        for await (const record of recordsOf(file))
          if (record.name === 'item' && isText(record)) yield textOf(record, siteUrl, library)
    },
  }
}

const recordsOf = (file: string) => readRecords(file, { depth: 2, root: 'rss', skip: SKIP })

function filesOf(given: string): string[] {
  if (!statSync(given).isDirectory()) return [given]
  const names = readdirSync(given).filter((name) => /\.xml$/i.test(name))
  if (names.length === 0)
    throw new Refusal(`${given} has no .xml file: export one under Tools, Export.`)
  return names.sort().map((name) => path.join(given, name))
}

function pictureFolders(given: string): string[] {
  const beside = statSync(given).isDirectory() ? given : path.dirname(given)
  return PICTURE_FOLDERS.map((name) => path.join(beside, name)).filter((folder) =>
    existsSync(folder),
  )
}

/** Keeps copies: a part of a text keeps the whole block of the file in memory from which it was cut. */
class ReadLibrary implements Library {
  readonly #pictures = new Map<string, Attachment>()
  readonly #byParent = new Map<string, string[]>()
  readonly #blocks = new Map<string, string>()
  #blockBytes = 0

  add(item: XmlRecord): void {
    const id = textIn(item, 'wp:post_id').trim()
    const content = textIn(item, 'content:encoded')
    const type = textIn(item, 'wp:post_type')
    if (type === 'wp_block' && this.#blockBytes + content.length <= MAX_BLOCKS) {
      this.#blockBytes += content.length
      this.#blocks.set(id, structuredClone(content))
    }
    if (type !== 'attachment') return
    const parent = textIn(item, 'wp:post_parent').trim()
    const picture = {
      url: textIn(item, 'wp:attachment_url').trim(),
      alt: plainWords(metaOf(item, '_wp_attachment_image_alt') ?? ''),
      caption: textIn(item, 'excerpt:encoded'),
      parent,
    }
    this.#pictures.set(id, structuredClone(picture))
    const siblings = this.#byParent.get(parent)
    if (siblings) siblings.push(id)
    else this.#byParent.set(parent, [id])
  }

  find(id: string): Attachment | undefined {
    return this.#pictures.get(id)
  }

  of(post: string): Attachment[] {
    const ids = post === '0' ? [] : (this.#byParent.get(post) ?? [])
    return ids.flatMap((id) => this.#pictures.get(id) ?? [])
  }

  block(id: string): string | undefined {
    return this.#blocks.get(id)
  }
}

type Category = { name: string; slug: string; parent: string }

class Surveying {
  readonly outlines: OldOutline[] = []
  readonly site: OldSite = {
    authors: new Map(),
    guesses: new Map(),
    lists: [],
    pictureFolders: [],
  }
  readonly #library: ReadLibrary
  readonly #categories: Category[] = []
  readonly #remarks: OldText['remarks'] = []

  constructor(library: ReadLibrary) {
    this.#library = library
  }

  add(record: XmlRecord): void {
    if (record.name === 'item') this.#addItem(record)
    else if (record.name === 'wp:author') this.#addAuthor(record)
    else if (record.name === 'wp:category') this.#addCategory(record)
    else if (record.name === 'wp:tag') this.#addTag(record)
    else this.#addFact(record)
  }

  #addFact({ name, text }: XmlRecord): void {
    const words = plainWords(text)
    if (words === '') return
    if (name === 'title') this.site.name ??= words
    if (name === 'description') this.site.description ??= words
    if (name === 'language') this.site.lang ??= words
    if (name === 'wp:base_blog_url' || (name === 'link' && this.site.url === undefined))
      this.site.url = words.replace(/\/+$/, '')
  }

  #addAuthor(record: XmlRecord): void {
    const login = textIn(record, 'wp:author_login').trim()
    const shown = plainWords(textIn(record, 'wp:author_display_name'))
    if (login !== '') this.site.authors.set(login, shown === '' ? login : shown)
  }

  #addCategory(record: XmlRecord): void {
    const name = plainWords(textIn(record, 'wp:cat_name'))
    const slug = textIn(record, 'wp:category_nicename').trim()
    this.#categories.push({ name, slug, parent: textIn(record, 'wp:category_parent').trim() })
  }

  #addTag(record: XmlRecord): void {
    const name = plainWords(textIn(record, 'wp:tag_name'))
    const slug = textIn(record, 'wp:tag_slug').trim()
    this.site.lists.push({ name, addresses: [`${this.site.url ?? ''}/tag/${slug}`] })
  }

  #addItem(item: XmlRecord): void {
    const type = textIn(item, 'wp:post_type')
    this.#library.add(item)
    if (isText(item)) this.outlines.push(structuredClone(outlineOf(item, this.site.url ?? '')))
    else if (!FURNITURE.has(type) && !['post', 'page', ''].includes(type))
      this.#remarks.push({ kind: 'type', detail: type })
  }

  finish(pictureFolders: string[]): Survey {
    const bySlug = new Map(this.#categories.map((category) => [category.slug, category]))
    for (const category of this.#categories) {
      const guess = guessOf(category, bySlug)
      if (guess) this.site.guesses.set(category.name, guess)
      const path = [...pathTo(category, bySlug), category.slug].join('/')
      const url = `${this.site.url ?? ''}/category`
      const addresses = [`${url}/${path}`, `${url}/${category.slug}`]
      this.site.lists.push({ name: category.name, addresses })
    }
    return {
      site: { ...this.site, pictureFolders },
      outlines: this.outlines,
      remarks: this.#remarks,
    }
  }
}

/** A category below another is a subject within a section. */
function guessOf(category: Category, bySlug: Map<string, Category>): Guess | undefined {
  if (category.slug === UNSORTED) return {}
  const [top] = pathTo(category, bySlug)
  const section = top === undefined ? undefined : bySlug.get(top)?.name
  return section === undefined ? undefined : { section, tag: category.name }
}

/** The slugs of the categories above one, from the top. A damaged export may have a circle. */
function pathTo(category: Category, bySlug: Map<string, Category>): string[] {
  const above: string[] = []
  for (let at = bySlug.get(category.parent); at; at = bySlug.get(at.parent)) {
    if (at === category || above.includes(at.slug)) break
    above.unshift(at.slug)
  }
  return above
}
