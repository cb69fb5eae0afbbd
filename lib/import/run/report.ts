import type { RemarkKind } from '../remark-kind'

type Told = { path: string; line?: number; detail: string }

/** What each kind of remark says of its number, and what to do; in the terminal and in the file. */
const WORDS: Record<RemarkKind, { one: string; many: string; fix: string }> = {
  'missing-picture': {
    one: 'picture is missing; a link to its old address is in its place',
    many: 'pictures are missing; links to their old addresses are in their places',
    fix: 'name their folder with --pictures, or fetch them with --fetch-images HOST',
  },
  'refused-picture': {
    one: 'picture above an article is missing',
    many: 'pictures above articles are missing',
    fix: 'name their folder with --pictures, or fetch them with --fetch-images HOST',
  },
  'no-alt': {
    one: 'picture has no alternative text',
    many: 'pictures have no alternative text',
    fix: 'say in the square brackets what each shows',
  },
  'caption-as-alt': {
    one: 'picture had only a caption, which is its alternative text too',
    many: 'pictures had only a caption, which is their alternative text too',
    fix: 'say in the square brackets what each shows',
  },
  'headline-as-alt': {
    one: 'picture above an article had no alternative text and got the headline',
    many: 'pictures above articles had no alternative text and got the headlines',
    fix: 'say in image.alt what each shows',
  },
  shortcode: {
    one: 'shortcode has no meaning here and stays as it was written',
    many: 'shortcodes have no meaning here and stay as they were written',
    fix: 'write in Markdown what each showed, or delete it',
  },
  block: {
    one: 'block was filled in by the old site and is left out',
    many: 'blocks were filled in by the old site and are left out',
    fix: 'look whether the article lacks something',
  },
  element: {
    one: 'element can’t be in an article; what it led to is a link now, or left out',
    many: 'elements can’t be in an article; what they led to is a link now, or left out',
    fix: 'look whether the article lacks something',
  },
  'dead-link': {
    one: 'link leads to an address of the old site that wasn’t imported',
    many: 'links lead to addresses of the old site that weren’t imported',
    fix: 'lead them elsewhere, or keep the old site there',
  },
  anchor: {
    one: 'link to a place in a text has become plain words',
    many: 'links to a place in a text have become plain words',
    fix: 'link to a heading: #h- and its words',
  },
  hidden: {
    one: 'text that not everybody could read is a draft, or left out if it was a page',
    many: 'texts that not everybody could read are drafts, or left out if they were pages',
    fix: 'remove draft: true from those that are to be published',
  },
  title: {
    one: 'article had no headline and got its first words',
    many: 'articles had no headline and got their first words',
    fix: 'write a headline',
  },
  date: {
    one: 'article has no date and isn’t published',
    many: 'articles have no date and aren’t published',
    fix: 'write date: 2026-03-02 above the text',
  },
  alias: {
    one: 'old address leads nowhere',
    many: 'old addresses lead nowhere',
    fix: 'redirect them in front of the site, if readers still use them',
  },
  'page-address': {
    one: 'page has another address than before',
    many: 'pages have another address than before',
    fix: 'redirect the old addresses in front of the site',
  },
  slug: {
    one: 'article has another name than before',
    many: 'articles have another name than before',
    fix: 'rename the file if you want another; the old address leads to it',
  },
  field: {
    one: 'field of the old front matter is left out',
    many: 'fields of the old front matter are left out',
    fix: 'see the guide, content/README.md, for the fields that articles have',
  },
  unreadable: {
    one: 'text can’t be read and is left out',
    many: 'texts can’t be read and are left out',
    fix: 'copy them by hand',
  },
  problem: {
    one: 'problem keeps a file from being published',
    many: 'problems keep files from being published',
    fix: 'npm run content:check lists them',
  },
  edited: {
    one: 'file stays as an editor left it',
    many: 'files stay as editors left them',
    fix: 'delete the file and its line in .import/manifest.jsonl to import it again',
  },
  deleted: {
    one: 'file that was deleted or renamed since the last run isn’t made again',
    many: 'files that were deleted or renamed since the last run aren’t made again',
    fix: 'delete its line in .import/manifest.jsonl to import it again',
  },
  type: {
    one: 'entry of a kind that the site doesn’t have is left out',
    many: 'entries of kinds that the site doesn’t have are left out',
    fix: 'copy by hand what readers need',
  },
}

/** Nothing that an editor has to do: said last. */
const CALM = new Set<RemarkKind>(['edited', 'deleted', 'slug'])

/** Collects what an import has to say, by kind. */
export class Report {
  readonly #told = new Map<RemarkKind, Told[]>()

  add(kind: RemarkKind, told: Told): void {
    const list = this.#told.get(kind)
    if (list) list.push(told)
    else this.#told.set(kind, [told])
  }

  /** The most frequent first. */
  get kinds(): { kind: RemarkKind; told: Told[] }[] {
    return [...this.#told]
      .map(([kind, told]) => ({ kind, told }))
      .sort(
        (a, b) =>
          Number(CALM.has(a.kind)) - Number(CALM.has(b.kind)) || b.told.length - a.told.length,
      )
  }

  count(kind: RemarkKind): number {
    return this.#told.get(kind)?.length ?? 0
  }

  /** A line for each kind. */
  summary(): string[] {
    return this.kinds.map(
      ({ kind, told }) => `  ${String(told.length).padStart(6)}  ${headOf(kind, told.length)}`,
    )
  }

  /** Everything, with files and lines; details that repeat are counted first. */
  whole(): string {
    const sections = this.kinds.map(({ kind, told }) => {
      const { fix } = WORDS[kind]
      const places = told.map(({ path, line, detail }) => {
        const place = line === undefined ? path : `${path}:${line}`
        return `  ${[place, detail].filter((part) => part !== '').join(': ')}`
      })
      return [
        `${told.length} ${headOf(kind, told.length)}`,
        `(${fix})`,
        ...frequent(told),
        ...places,
        '',
      ].join('\n')
    })
    return sections.join('\n')
  }
}

const headOf = (kind: RemarkKind, n: number) => (n === 1 ? WORDS[kind].one : WORDS[kind].many)

export const fixOf = (kind: RemarkKind): string => WORDS[kind].fix

function frequent(told: readonly Told[]): string[] {
  const counts = new Map<string, number>()
  for (const { detail } of told) counts.set(detail, (counts.get(detail) ?? 0) + 1)
  const often = [...counts]
    .filter(([detail, n]) => n > 1 && detail !== '')
    .sort(([, a], [, b]) => b - a)
  return often.slice(0, 20).map(([detail, n]) => `  ${n} × ${detail}`)
}
