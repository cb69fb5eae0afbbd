import path from 'node:path'
import { slugFromPath, slugify } from '@/lib/article/slug'
import { filesOf, listContent } from '@/lib/content/list-content'
import { parseSite } from '@/lib/front-matter/parse-site'
import { excerptOf } from '@/lib/language/excerpt'
import { plainText } from '@/lib/markdown/plain-text'
import { Refusal } from '@/lib/site/refusal'
import { type SiteDefaults, UNNAMED_DEFAULTS } from '@/lib/site/site'
import type { Placed, Surroundings } from '../html/surroundings'
import type { OldList, OldPaper, OldText, Survey } from '../old-text'
import { AddressBook } from './address-book'
import { AliasClaims } from './alias-claims'
import { articleFrontMatter, type Fields, pageFrontMatter } from './article-file'
import { checkedFile } from './checked-file'
import { choosePaths } from './choose-paths'
import { convertBody } from './convert-body'
import { leadsTo } from './links'
import {
  countNames,
  extendMapping,
  fileUnder,
  guessMapping,
  type Mapping,
  parseMapping,
} from './mapping'
import { fetchPictures } from './read-remote-pictures'
import { Report } from './report'
import { siteFile } from './site-file'
import { ContentFolder, OWN_FOLDER } from './store-folder'
import { Pictures } from './store-pictures'

export type ImportOptions = {
  paper: OldPaper
  /** The system's name: its mapping is a file of that name. */
  from: string
  into: string
  pictureFolders: string[]
  /** Hosts from which missing pictures may be fetched. */
  fetchFrom: string[]
  siteUrl?: string
  timeZone?: string
  /** Only the mapping is written. */
  planOnly: boolean
  progress(stage: string, done: number, total?: number): void
}

export type Imported = {
  articles: number
  pages: number
  drafts: number
  written: number
  unchanged: number
  pictures: number
  report: Report
  /** Paths below the folder. */
  mappingFile: string
  reportFile: string
  siteUrl: string | undefined
}

const MAX_TITLE = 80

/** Brings another system's paper into a content folder. Run again, it changes only what no editor has changed. */
export async function storeImport(options: ImportOptions): Promise<Imported> {
  const run = new Run(options)
  await run.survey()
  if (!options.planOnly) await run.texts()
  return run.finish()
}

class Run {
  readonly #options: ImportOptions
  readonly #folder: ContentFolder
  readonly #report = new Report()
  readonly #totals = { articles: 0, pages: 0, drafts: 0, written: 0, unchanged: 0 }
  #pictures: Pictures | undefined
  #copied = 0
  #survey: Survey = {
    site: { authors: new Map(), guesses: new Map(), lists: [], pictureFolders: [] },
    outlines: [],
    remarks: [],
  }
  #mapping: Mapping = { categories: new Map(), tags: new Map(), authors: new Map() }
  #paths = new Map<string, string>()
  #book = new AddressBook(undefined)
  #claims = new AliasClaims([])
  #site: SiteDefaults = UNNAMED_DEFAULTS

  constructor(options: ImportOptions) {
    this.#options = options
    this.#folder = new ContentFolder(options.into)
  }

  get #mappingFile(): string {
    return `${OWN_FOLDER}/${this.#options.from}.yaml`
  }

  get #siteUrl(): string | undefined {
    return this.#options.siteUrl ?? this.#survey.site.url
  }

  async survey(): Promise<void> {
    const { paper, progress, from } = this.#options
    this.#survey = await paper.survey((done) => progress('Reading', done))
    for (const { kind, detail } of this.#survey.remarks)
      this.#report.add(kind, { path: '', detail })
    this.#mapping = this.#storeMapping()
    const own = this.#folder.own
    const taken = listTexts(this.#options.into).filter((each) => !own.has(each))
    const { outlines } = this.#survey
    const paths = choosePaths(
      outlines.map((outline) => ({ ...outline, id: `${from}:${outline.id}` })),
      { taken, pathOf: (id) => this.#folder.pathOf(id) },
    )
    this.#paths = paths
    this.#book = new AddressBook(this.#siteUrl)
    for (const outline of outlines) this.#book.add(outline, addressOf(this.#pathOf(outline)))
    this.#addLists(this.#survey.site.lists)
    this.#claims = new AliasClaims([...taken, ...paths.values()].map(addressOf))
    if (!this.#options.planOnly) this.#storeSite()
  }

  /** Links to a list of the old site lead to ours, if readers will see an article in it. */
  #addLists(lists: readonly OldList[]): void {
    const shown = this.#survey.outlines.filter(
      ({ kind, hidden, date }) => kind === 'article' && hidden === undefined && date !== undefined,
    )
    const used = countNames(shown)
    const { categories, tags } = this.#mapping
    for (const { name, addresses } of lists) {
      const place = used.categories.has(name)
        ? categories.get(name)
        : used.tags.has(name) && tags.get(name)
      if (!place) continue
      if (place.tag) this.#book.add({ addresses }, `/tags/${slugify(place.tag)}`)
      else if (place.section) this.#book.add({ addresses }, `/sections/${slugify(place.section)}`)
    }
  }

  #pathOf({ id }: { id: string }): string {
    const found = this.#paths.get(`${this.#options.from}:${id}`)
    if (found === undefined) throw new Error(`${id} appeared only at the second reading`)
    return found
  }

  #storeMapping(): Mapping {
    const before = this.#folder.read(this.#mappingFile)?.toString('utf8')
    const guessed = guessMapping(countNames(this.#survey.outlines), this.#survey.site)
    if (before !== undefined) checkMapping(this.#mappingFile, before)
    const text = extendMapping(before, guessed)
    if (text !== before) this.#folder.write(this.#mappingFile, text)
    return checkMapping(this.#mappingFile, text)
  }

  #storeSite(): void {
    const { outlines } = this.#survey
    const { timeZone } = this.#options
    const site = { ...this.#survey.site, ...(timeZone !== undefined && { timeZone }) }
    if (this.#folder.read('site.yaml') === undefined)
      this.#folder.write('site.yaml', siteFile(site, { outlines, mapping: this.#mapping }))
    const bytes = this.#folder.read('site.yaml')
    const parsed = bytes && parseSite({ path: 'site.yaml', bytes })
    if (parsed?.ok) this.#site = parsed.site
  }

  async texts(): Promise<void> {
    const { paper, progress, pictureFolders, fetchFrom } = this.#options
    const folders = [...pictureFolders, ...this.#survey.site.pictureFolders]
    const fetched = new Map<string, Placed | Uint8Array>()
    const pictures = new Pictures(this.#folder, folders, fetched)
    this.#pictures = pictures
    let done = 0
    for await (const text of paper.texts()) {
      if (fetchFrom.length > 0) await this.#fetch(text, fetched)
      this.#storeText(text, pictures)
      progress('Importing', ++done, this.#survey.outlines.length)
    }
    this.#copied = pictures.copied
  }

  /** Converts once to see which pictures are missing, and fetches these. */
  async #fetch(text: OldText, fetched: Map<string, Placed | Uint8Array>): Promise<void> {
    const wanted = new Set<string>()
    const pictures = this.#pictures
    const look = (address: string): Placed => {
      const placed = pictures?.place(this.#requestFor(text, address)) ?? { missing: '' }
      if ('missing' in placed) wanted.add(address)
      return placed
    }
    convertBody(text.body, this.#around(text, look))
    if (text.image) look(text.image.address)
    const whole = (address: string) => this.#book.whole(address, text.addresses[0] ?? '')
    await fetchPictures([...wanted], { whole, hosts: this.#options.fetchFrom, fetched })
    for (const address of wanted) pictures?.forget(this.#requestFor(text, address))
  }

  #requestFor(text: OldText, address: string) {
    const slug = slugFromPath(this.#pathOf(text))
    return {
      address,
      near: text.near ?? [],
      ...(text.near && { beside: `${path.posix.dirname(this.#pathOf(text))}/${slug}` }),
    }
  }

  #around(text: OldText, picture: Surroundings['picture']): Surroundings {
    const { marks } = text
    const from = text.addresses
    const file = (address: string) =>
      this.#pictures?.place(this.#requestFor(text, address)) ?? { missing: '' }
    const book = this.#book
    return { marks, picture, link: (href) => leadsTo(href, { from, book, marks, file }) }
  }

  #storeText(text: OldText, pictures: Pictures): void {
    const below = this.#pathOf(text)
    const tell = (kind: Parameters<Report['add']>[0], detail: string, line?: number) =>
      this.#report.add(kind, { path: below, detail, ...(line !== undefined && { line }) })
    const place = (address: string) => pictures.place(this.#requestFor(text, address))
    const shown = (address: string): Placed => relativeTo(below, place(address))
    const converted = convertBody(text.body, this.#around(text, shown))
    if (!converted.ok) {
      tell('unreadable', converted.problem)
      return
    }
    const { markdown, remarks } = converted
    const title = text.title === '' ? firstWords(markdown) : text.title
    if (title === '') {
      tell('unreadable', 'has neither a headline nor words')
      return
    }
    if (text.kind === 'page' && text.hidden !== undefined) {
      tell('hidden', `${text.hidden}; not written`)
      return
    }
    const fields = this.#fieldsOf(text, { title, shown, tell })
    const { file, problems } = checkedFile({ kind: text.kind, below, fields, markdown }, this.#site)
    const lines = file.indexOf('\n---\n') + 5
    const start = file.slice(0, lines).split('\n').length
    const fate = this.#folder.store(`${this.#options.from}:${text.id}`, below, Buffer.from(file))
    if (fate === 'edited' || fate === 'deleted') {
      tell(fate, '')
      return
    }
    if (fate === 'foreign') throw new Error(`${below} was free a moment ago`)
    this.#totals[fate === 'unchanged' ? 'unchanged' : 'written']++
    this.#totals[text.kind === 'page' ? 'pages' : 'articles']++
    if (text.hidden !== undefined) this.#totals.drafts++
    for (const { kind, detail, line } of remarks) tell(kind, detail, line + start)
    for (const { kind, detail } of text.remarks) tell(kind, detail)
    for (const problem of problems) tell(problem.kind, problem.detail, problem.line)
    if (text.title === '') tell('title', title)
    const slug = slugFromPath(below)
    if (text.slug !== '' && slug !== text.slug.normalize('NFC'))
      tell('slug', `${text.slug} is now ${slug}`)
    if (text.hidden !== undefined && text.hidden !== 'draft') tell('hidden', text.hidden)
  }

  #fieldsOf(
    text: OldText,
    {
      title,
      shown,
      tell,
    }: {
      title: string
      shown: (address: string) => Placed
      tell: (kind: Parameters<Report['add']>[0], detail: string) => void
    },
  ): Fields {
    const below = this.#pathOf(text)
    if (text.kind === 'page') {
      this.#tellPageAddress(text, below, tell)
      return pageFrontMatter({ text, title })
    }
    const filed = fileUnder(text, this.#mapping)
    const placed = text.image && shown(text.image.address)
    if (placed && 'missing' in placed)
      tell('refused-picture', `${text.image?.address} (${placed.missing})`)
    const alt = text.image?.alt || text.image?.caption || ''
    if (placed && 'src' in placed && alt === '') tell('headline-as-alt', placed.src)
    const aliases = this.#claims.claim(text, addressOf(below), this.#siteUrl, (detail) =>
      tell('alias', detail),
    )
    const image = placed && { placed, alt: alt === '' ? title : alt }
    return articleFrontMatter({ text, filed, title, aliases, image })
  }

  #tellPageAddress(
    text: OldText,
    below: string,
    tell: (kind: 'page-address', detail: string) => void,
  ): void {
    const [address = ''] = text.aliases
    const old = this.#book.whole(address, '')
    const was = old === undefined ? '' : decodeURI(new URL(old).pathname).replace(/(?<=.)\/$/, '')
    const now = addressOf(below)
    if (was !== '' && was !== '/' && was !== now) tell('page-address', `${was} is now ${now}`)
  }

  finish(): Imported {
    const reportFile = `${OWN_FOLDER}/${this.#options.from}-report.txt`
    if (!this.#options.planOnly) this.#folder.write(reportFile, this.#report.whole())
    this.#folder.finish()
    return {
      ...this.#totals,
      pictures: this.#copied,
      report: this.#report,
      mappingFile: this.#mappingFile,
      reportFile,
      siteUrl: this.#siteUrl,
    }
  }
}

function checkMapping(file: string, text: string): Mapping {
  const parsed = parseMapping(text)
  if (parsed.ok) return parsed.mapping
  throw new Refusal(`${file}: ${parsed.problem}\nNothing was imported.`)
}

const addressOf = (below: string) =>
  below.startsWith('pages/') ? `/${slugFromPath(below)}` : `/articles/${slugFromPath(below)}`

function listTexts(into: string): string[] {
  const listing = listContent(into)
  return [...filesOf(listing, 'article'), ...filesOf(listing, 'page')].map((file) => file.path)
}

/** A picture beside the article is named from there. */
function relativeTo(below: string, placed: Placed): Placed {
  if ('missing' in placed || placed.src.startsWith('media/')) return placed
  return { src: path.posix.relative(path.posix.dirname(below), placed.src) }
}

/** A headline for a post that never had one. */
function firstWords(markdown: string): string {
  const [first = ''] = plainText(markdown).split('\n')
  return excerptOf(first.replace(/\s+/g, ' ').trim(), MAX_TITLE)
}
