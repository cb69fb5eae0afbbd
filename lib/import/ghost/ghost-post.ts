import { Marks, withoutMarks } from '../html/marks'
import type { Hidden, OldOutline, OldText, Piece } from '../old-text'
import { plainWords } from '../plain-words'
import type { GhostData, GhostPost } from './ghost-export'
import { lexicalPieces } from './lexical'
import { mobiledocPieces } from './mobiledoc'

/** What newer exports write for the site's address. */
const SITE = /__GHOST_URL__/g

const SHOWN = new Set(['published', 'scheduled', 'sent'])

type Named = { id: string; name: string }

/** The rows of an export, found by the post that they belong to. */
export class GhostTables {
  readonly siteUrl: string
  readonly #permalink: string
  readonly #tags: Map<string, Named[]>
  readonly #authors: Map<string, Named[]>
  readonly #meta: Map<string, GhostData['posts_meta'][number]>

  constructor(data: GhostData, { siteUrl, permalink }: { siteUrl: string; permalink: string }) {
    this.siteUrl = siteUrl
    this.#permalink = permalink
    // An internal tag (#hidden) is an instruction to the theme.
    const tags = data.tags.filter(
      ({ name, visibility }) => visibility !== 'internal' && !name?.startsWith('#'),
    )
    this.#tags = joined(
      data.posts_tags.map((row) => ({ ...row, to: row.tag_id })),
      tags,
    )
    this.#authors = joined(
      data.posts_authors.map((row) => ({ ...row, to: row.author_id })),
      data.users,
    )
    for (const { id, author_id } of data.posts) {
      const user = data.users.find((each) => each.id === author_id)
      if (!this.#authors.has(id) && user) this.#authors.set(id, [named(user)])
    }
    this.#meta = new Map(data.posts_meta.map((row) => [row.post_id, row]))
  }

  outline(post: GhostPost): OldOutline {
    const kind = post.type === 'page' || post.page === true || post.page === 1 ? 'page' : 'article'
    const date = dateOf(post.published_at) ?? dateOf(post.created_at)
    const slug = post.slug ?? ''
    const [first, ...others] = this.#tags.get(post.id) ?? []
    const path =
      kind === 'page'
        ? `/${slug}/`
        : permalink(this.#permalink, { slug, date, id: post.id, tag: first?.name })
    return {
      id: post.id,
      kind,
      title: plainWords(escapeAmpersand(post.title ?? '')),
      slug,
      addresses: [`${this.siteUrl}${path}`],
      aliases: [`${this.siteUrl}${path}`],
      date,
      authors: (this.#authors.get(post.id) ?? []).map(({ name }) => name),
      // Ghost's first tag is the one that themes print above an article.
      categories: first ? [first.name] : [],
      tags: others.map(({ name }) => name),
      hidden: hiddenOf(post),
    }
  }

  text(post: GhostPost): OldText {
    const outline = this.outline(post)
    const marks = new Marks()
    const meta = this.#meta.get(post.id)
    const picture = post.feature_image ?? post.image
    const description = plainWords(
      post.custom_excerpt ?? meta?.meta_description ?? post.meta_description ?? '',
    )
    return {
      ...outline,
      description: description === '' ? undefined : description,
      image: picture
        ? {
            address: picture.replace(SITE, this.siteUrl),
            alt: plainWords(meta?.feature_image_alt ?? ''),
            caption: plainWords(meta?.feature_image_caption ?? ''),
          }
        : undefined,
      fields: {
        ...(post.canonical_url && { canonical: post.canonical_url.replace(SITE, this.siteUrl) }),
        ...(post.locale && { lang: post.locale }),
      },
      body: this.#pieces(post, marks),
      marks,
      remarks: [],
    }
  }

  /** As the editor kept it; else the HTML that Ghost made of it. */
  #pieces(post: GhostPost, marks: Marks): Piece[] {
    const whole = (text: string | null | undefined) =>
      withoutMarks(text ?? '').replace(SITE, this.siteUrl)
    if (post.lexical) {
      const pieces = lexicalPieces(whole(post.lexical), marks)
      if (pieces) return pieces
    }
    if (post.mobiledoc) {
      const pieces = mobiledocPieces(whole(post.mobiledoc), marks)
      if (pieces) return pieces
    }
    return post.markdown ? [{ markdown: whole(post.markdown) }] : [{ html: whole(post.html) }]
  }
}

/** Titles are plain text in Ghost: `&amp;` in one would be shown as it is. */
const escapeAmpersand = (title: string) => title.replace(/&/g, '&amp;').replace(/</g, '&lt;')

const named = ({
  id,
  name,
  slug,
}: {
  id: string
  name?: string | null | undefined
  slug?: string | null | undefined
}): Named => ({
  id,
  name: plainWords(name || slug || id),
})

type Row = { post_id: string; to: string; sort_order?: number | null | undefined }

function joined(rows: Row[], targets: Parameters<typeof named>[0][]): Map<string, Named[]> {
  const byId = new Map(targets.map((target) => [target.id, named(target)]))
  const found = new Map<string, Named[]>()
  for (const row of [...rows].sort((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0))) {
    const target = byId.get(row.to)
    if (target) found.set(row.post_id, [...(found.get(row.post_id) ?? []), target])
  }
  return found
}

function dateOf(written: string | number | null | undefined): string | undefined {
  if (written === null || written === undefined) return undefined
  const at = new Date(
    typeof written === 'string' && !/[Zz]|[+-]\d\d:?\d\d$/.test(written)
      ? `${written.replace(' ', 'T')}Z`
      : written,
  )
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().replace(/\.\d+Z$/, 'Z')
}

function hiddenOf({ status, visibility }: GhostPost): Hidden | undefined {
  if (!SHOWN.has(status ?? '')) return 'draft'
  return visibility && visibility !== 'public' ? 'for members' : undefined
}

type Values = { slug: string; date: string | undefined; id: string; tag: string | undefined }

/** routes.yaml, which isn't in the export, says what addresses look like: `/{year}/{month}/{slug}/` or `/:year/:slug/`. */
export function permalink(pattern: string, { slug, date = '', id, tag = 'all' }: Values): string {
  const values: Record<string, string> = {
    ...{ slug, title: slug, id, primary_tag: tag.toLowerCase().replace(/\s+/g, '-') },
    ...{ year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) },
  }
  return pattern.replace(
    /\{(\w+)\}|:(\w+)/g,
    (whole, braced, plain) => values[braced ?? plain] ?? whole,
  )
}
