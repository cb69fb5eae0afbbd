import type { ReactNode } from 'react'
import { Pagination } from '@/components/lists/pagination'
import { Filled } from '@/components/site/filled'
import { PageTitle } from '@/components/site/page-title'
import type { SearchNarrowing } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, fill, numeral, wordsOf } from '@/lib/words/words'
import { SearchFilters } from './search-filters'
import { SearchForm } from './search-form'
import { SearchHelp } from './search-help'
import styles from './search-page.module.css'
import { type SearchHit, SearchResults } from './search-results'

export type SearchLink = { text: string; path: string }

export type FoundPage = {
  hits: readonly SearchHit[]
  total: number
  /** There are more than `total`. */
  more: boolean
  /** More than one word was looked for, and a story need not have them all. */
  anyOf: boolean
  page: number
  pages: number
  path: (page: number) => string
  /** The same search, spelt as the archive spells it. */
  meant?: SearchLink | undefined
  /** Ways to narrow the search. */
  narrower: readonly SearchLink[]
  /** For an empty result: searches that find something, and tags of such names. */
  fewer: readonly SearchLink[]
  tags: readonly SearchLink[]
}

type Props = {
  query: string
  narrowing?: SearchNarrowing
  sections?: readonly { slug: string; name: string }[]
  /** What narrows the search now; each link takes one off. */
  narrowed?: readonly SearchLink[]
  found?: FoundPage | undefined
  /** Said in place of results. */
  notice?: string
  site: Site
  /** What leads on from a page without results. */
  children?: ReactNode
}

/** The search form, and below it what the search found. */
export function SearchPage(props: Props) {
  const {
    query,
    narrowing = {},
    sections = [],
    narrowed = [],
    found,
    notice,
    site,
    children,
  } = props
  const words = wordsOf(site).search
  return (
    <>
      <div className={styles.page}>
        <PageTitle title={words.title} />
        <SearchForm name={words.archive} query={query} size="large" site={site}>
          <SearchFilters narrowing={narrowing} sections={sections} site={site} />
        </SearchForm>
        <Links
          label={words.narrowedTo}
          links={narrowed}
          note={(name) => fill(words.remove, { name })}
        />
        {notice && <p className={styles.note}>{notice}</p>}
        {found &&
          (found.total > 0 ? (
            <Found found={found} site={site} />
          ) : (
            <Nothing found={found} site={site} />
          ))}
        <SearchHelp site={site} />
      </div>
      {children}
    </>
  )
}

function Found({ found, site }: { found: FoundPage; site: Site }) {
  const { hits, page, pages, path, meant, narrower } = found
  const words = wordsOf(site).search
  return (
    <>
      <p className={styles.note}>{countOf(found, site)}</p>
      {meant && <Meant link={meant} site={site} />}
      <Links label={words.narrowTo} links={narrower} />
      <SearchResults hits={hits} site={site} />
      <Pagination
        page={page}
        pages={pages}
        path={path}
        site={site}
        names={{ before: words.better, after: words.more }}
      />
    </>
  )
}

function countOf({ total, more, anyOf, page, pages }: FoundPage, site: Site): string {
  const { lists, search } = wordsOf(site)
  const stories = counted(lists.stories, total, site)
  const atLeast = more ? fill(search.moreThan, { count: stories }) : stories
  const found = anyOf ? fill(search.anyOf, { stories: atLeast }) : atLeast
  return pages > 1
    ? fill(search.page, { found, page: numeral(page, site), pages: numeral(pages, site) })
    : found
}

function Nothing({ found: { meant, fewer, tags }, site }: { found: FoundPage; site: Site }) {
  const words = wordsOf(site).search
  return (
    <section className={styles.nothing}>
      <h2>{words.nothing}</h2>
      {meant && <Meant link={meant} site={site} />}
      <Links label={words.fewer} links={fewer} />
      <Links label={words.tags} links={tags} />
      {!meant && fewer.length + tags.length === 0 && (
        <p className={styles.note}>{words.tryOthers}</p>
      )}
    </section>
  )
}

const Meant = ({ link, site }: { link: SearchLink; site: Site }) => (
  <p className={styles.meant}>
    <Filled
      text={wordsOf(site).search.meant}
      values={{ query: <a href={link.path}>{link.text}</a> }}
    />
  </p>
)

type LinksProps = {
  label: string
  links: readonly SearchLink[]
  /** What a link does, where it isn't to go to what it names. */
  note?: (name: string) => string
}

function Links({ label, links, note }: LinksProps): ReactNode {
  if (links.length === 0) return null
  return (
    <div className={styles.links}>
      <h2 className={styles.label}>{label}</h2>
      <ul className={styles.list}>
        {links.map(({ text, path }) => (
          <li key={path}>
            <a href={path} aria-label={note?.(text)}>
              <bdi>{text}</bdi>
              {note && <span aria-hidden="true"> ×</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
