import type { ReactNode } from 'react'
import type { Site } from '@/lib/site/site'
import { PageTitle } from './page-title'
import { Pagination } from './pagination'
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
  /** What narrows the search now; each link takes one off. */
  narrowed?: readonly SearchLink[]
  found?: FoundPage | undefined
  /** Said in place of results. */
  notice?: string
  site: Site
}

/** The search form, and below it what the search found. */
export function SearchPage({ query, narrowed = [], found, notice, site }: Props) {
  return (
    <div className={styles.page}>
      <PageTitle title="Search" />
      <SearchForm name="Search the archive" query={query} size="large" />
      <Links label="Narrowed to" links={narrowed} note="remove" />
      {notice && <p className={styles.note}>{notice}</p>}
      {found && (found.total > 0 ? <Found found={found} site={site} /> : <Nothing found={found} />)}
      <SearchHelp open={query === ''} />
    </div>
  )
}

function Found({ found, site }: { found: FoundPage; site: Site }) {
  const { hits, page, pages, path, meant, narrower } = found
  return (
    <>
      <p className={styles.note}>{countOf(found)}</p>
      {meant && <Meant link={meant} />}
      <Links label="Narrow to" links={narrower} />
      <SearchResults hits={hits} site={site} />
      <Pagination page={page} pages={pages} path={path} names={BY_RANK} />
    </>
  )
}

const BY_RANK = { before: 'Better results', after: 'More results' }

function countOf({ total, more, anyOf, page, pages }: FoundPage): string {
  const number = `${more ? 'More than ' : ''}${total.toLocaleString('en')}`
  const stories = total === 1 && !more ? 'story' : 'stories'
  const which = anyOf ? ' with one or more of these words' : ''
  return `${number} ${stories}${which}${pages > 1 ? `, page ${page} of ${pages}` : ''}`
}

function Nothing({ found: { meant, fewer, tags } }: { found: FoundPage }) {
  return (
    <section className={styles.nothing}>
      <h2>Nothing found</h2>
      {meant && <Meant link={meant} />}
      <Links label="Stories are found with less" links={fewer} />
      <Links label="Tags" links={tags} />
      {!meant && fewer.length + tags.length === 0 && (
        <p className={styles.note}>Try other words, or fewer of them.</p>
      )}
    </section>
  )
}

const Meant = ({ link }: { link: SearchLink }) => (
  <p className={styles.meant}>
    Did you mean <a href={link.path}>{link.text}</a>?
  </p>
)

function Links(props: { label: string; links: readonly SearchLink[]; note?: string }): ReactNode {
  const { label, links, note } = props
  if (links.length === 0) return null
  return (
    <div className={styles.links}>
      <h2 className={styles.label}>{label}</h2>
      <ul className={styles.list}>
        {links.map(({ text, path }) => (
          <li key={path}>
            <a href={path} aria-label={note && `${text}: ${note}`}>
              <bdi>{text}</bdi>
              {note && <span aria-hidden="true"> ×</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
