import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { Refusal } from '@/lib/site/refusal'
import type { OldOutline, OldPaper, OldText } from '../old-text'
import { plainWords } from '../plain-words'
import { type ReadFile, readText, type Tree, textOf } from './markdown-text'
import { isAboutFolder, isLeftOut, PICTURE_FOLDERS, siteKind, TEXT_FOLDERS } from './site-kind'
import { readSettings, type SiteSettings } from './site-settings'

/** Larger files are data; an article may have one megabyte. */
const MAX_BYTES = 4 * 1_048_576
const MAX_DEPTH = 24

const SETTINGS = /^(?:_config|hugo|config|astro\.config)\.(?:ya?ml|toml|json|[cm]?[jt]s)$/
/** Collections of Eleventy's and lists of Hugo's starters. */
const COLLECTIONS = new Set([
  'post',
  'posts',
  'page',
  'pages',
  'all',
  'nav',
  'blog',
  'article',
  'articles',
])

type Options = { permalink?: string; siteUrl?: string }

/** The folder of a Hugo, Jekyll, Eleventy or Astro site, or any folder of Markdown. Links in it are never followed. */
export function readTree(given: string, options: Options): OldPaper {
  if (!statSync(given).isDirectory()) throw new Refusal(`${given} is no folder.`)
  const kind = siteKind(readdirSync(given))
  const settings = settingsOf(given)
  const textFolder =
    TEXT_FOLDERS[kind].map((name) => path.join(given, name)).find((folder) => existsSync(folder)) ??
    given
  const isText = kind === 'jekyll' ? /\.(?:md|markdown|html)$/i : /\.(?:md|markdown|mdx)$/i
  const files = listFiles(textFolder, '', (name) => isText.test(name), kind)
  const named = namesOf(files)
  const tree: Tree = {
    kind,
    siteUrl: options.siteUrl ?? settings.url,
    permalink: (file) => options.permalink ?? permalinkOf(file, settings),
    fileNamed: (name) => named.get(keyOf(name)),
    isTag: (name) => kind !== 'eleventy' || !COLLECTIONS.has(name.toLowerCase()),
  }
  const read = (file: string) => readOne(textFolder, file, tree)
  return {
    async survey(progress) {
      const outlines: OldOutline[] = []
      const remarks: OldText['remarks'] = []
      for (const file of files) {
        const found = read(file)
        if (found === undefined) continue
        if (found.read.ok) outlines.push(found.read.outline)
        else remarks.push({ kind: 'unreadable', detail: `${file}: ${found.read.problem}` })
        progress(outlines.length)
      }
      const url = tree.siteUrl
      const { permalink: _, permalinks: __, ...site } = settings
      return {
        outlines,
        remarks,
        site: {
          name: path.basename(given),
          ...site,
          ...(url !== undefined && { url }),
          authors: authorsOf(given),
          guesses: new Map(),
          lists: [],
          pictureFolders: PICTURE_FOLDERS[kind]
            .map((name) => path.join(given, name))
            .filter((folder) => existsSync(folder)),
        },
      }
    },
    async *texts() {
      for (const file of files) {
        const found = read(file)
        if (found?.read.ok)
          yield textOf(found.file, found.read, tree, [path.join(textFolder, path.dirname(file))])
      }
    },
  }
}

/** Undefined for what isn't a text: lists, and pages of a theme. */
function readOne(
  folder: string,
  file: string,
  tree: Tree,
): { file: ReadFile; read: ReturnType<typeof readText> } | undefined {
  const absolute = path.join(folder, file)
  if (statSync(absolute).size > MAX_BYTES)
    return { file: { path: file, text: '' }, read: { ok: false, problem: 'has more than 4 MB' } }
  const text = readFileSync(absolute, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  const isFramed = /^(?:---|\+\+\+|\{)/.test(text)
  const needsFront = tree.kind === 'jekyll' || tree.kind === 'eleventy' || tree.kind === 'hugo'
  if (needsFront && !isFramed) return undefined
  // Pages in Liquid alone are lists; a post may be HTML.
  if (/\.html$/i.test(file) && !/(?:^|\/)_(?:posts|drafts)\//.test(file)) return undefined
  return { file: { path: file, text }, read: readText({ path: file, text }, tree) }
}

function listFiles(
  root: string,
  below: string,
  isText: (name: string) => boolean,
  kind: Tree['kind'],
): string[] {
  if (below.split('/').length > MAX_DEPTH) return []
  const found: string[] = []
  for (const name of readdirSync(path.join(root, below)).sort()) {
    const at = below === '' ? name : `${below}/${name}`
    const entry = lstatSync(path.join(root, at))
    if (entry.isDirectory()) {
      if (!isLeftOut(name, kind)) found.push(...listFiles(root, at, isText, kind))
    } else if (
      entry.isFile() &&
      isText(name) &&
      !isListPage(at) &&
      !(below === '' && isAboutFolder(name))
    )
      found.push(at)
  }
  return found
}

/** The root's index and `_index.md` print lists; `index.md` in a folder of its own is an article. */
const isListPage = (file: string) =>
  /(?:^|\/)_index(?:\.[\w-]+)?\.\w+$|^index\.\w+$|^404\.\w+$/.test(file)

/** Every way in which one text may name the file of another. */
function namesOf(files: readonly string[]): Map<string, string> {
  const named = new Map<string, string>()
  for (const file of files) {
    const own = `/${file}`
    const base = file.slice(file.lastIndexOf('/') + 1)
    const keys = [
      file,
      base,
      file.replace(/(?:^|.*\/)_posts\//, ''),
      file.replace(/\/index\.\w+$/, ''),
    ]
    for (const key of keys.map(keyOf)) if (!named.has(key)) named.set(key, own)
  }
  return named
}

const keyOf = (name: string) =>
  name
    .trim()
    .replace(/^\/+/, '')
    .replace(/\.(?:md|markdown|mdx|html)$/i, '')
    .replace(/\/(?:_?index)?$/, '')
    .toLowerCase()

function settingsOf(folder: string): SiteSettings {
  const name = readdirSync(folder)
    .filter((each) => SETTINGS.test(each))
    .sort()[0]
  const below = [
    'config/_default/hugo.toml',
    'config/_default/config.toml',
    'config/_default/hugo.yaml',
    'config/_default/config.yaml',
  ]
  const file = name ?? below.find((each) => existsSync(path.join(folder, each)))
  if (file === undefined) return { permalinks: {} }
  return readSettings(file, readFileSync(path.join(folder, file), 'utf8'))
}

function permalinkOf(file: string, { permalink, permalinks }: SiteSettings): string | undefined {
  const [section = ''] = file.split('/')
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(file)
  return permalinks[section] ?? (isPost ? permalink : undefined)
}

/** Jekyll's themes keep authors in a file of their own. */
function authorsOf(folder: string): Map<string, string> {
  const file = ['_data/authors.yml', '_data/authors.yaml', 'data/authors.yaml']
    .map((name) => path.join(folder, name))
    .find((each) => existsSync(each))
  if (file === undefined) return new Map()
  const read: unknown = parseDocument(readFileSync(file, 'utf8'), {
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  }).toJS({ maxAliasCount: 50 })
  if (typeof read !== 'object' || read === null) return new Map()
  return new Map(
    Object.entries(read).flatMap(([login, value]) => {
      const name =
        typeof value === 'object' && value !== null && 'name' in value ? value.name : value
      return typeof name === 'string' && name.trim() !== ''
        ? [[login, plainWords(name)] as const]
        : []
    }),
  )
}
