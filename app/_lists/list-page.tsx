import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { AuthorCard } from '@/components/lists/author-card'
import { Pagination } from '@/components/lists/pagination'
import { StoryList } from '@/components/lists/story-list'
import { TagNote } from '@/components/lists/tag-note'
import { findPictures } from '@/lib/archive/read/files/pictures'
import { readList } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPortraits, findProfile } from '@/lib/archive/read/profiles'
import { readRelatedTags } from '@/lib/archive/read/related-tags'
import { findTagName, listSlug } from '@/lib/archive/read/tag-names'
import { readTranslations } from '@/lib/archive/read/translations'
import type { ListKind } from '@/lib/article/lists'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { feedPath, listPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, fill, numeral, wordsOf } from '@/lib/words/words'
import { decodeSegment } from './decode-segment'

/** One line of them. */
const RELATED_TAGS = 6

/** What Next hands to the page of a tag, source, author or section. */
export type ListPageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function read(kind: ListKind, { params, searchParams }: ListPageProps) {
  const name = decodeSegment((await params)[kind] ?? '')
  const page = parsePageNumber((await searchParams).page)
  const slug = listSlug(kind, name)
  return {
    slug,
    page,
    canonical: slug === name,
    list: page === undefined ? undefined : readList(kind, slug, page, now()),
  }
}

const titleOf = (kind: ListKind, name: string) => (kind === 'tag' ? `#${name}` : name)

const storyCount = (total: number, site: Site) => counted(wordsOf(site).lists.stories, total, site)

export async function listMetadata(kind: ListKind, props: ListPageProps): Promise<Metadata> {
  const { slug, page, list } = await read(kind, props)
  if (!list) return {}
  const site = readSite()
  const words = wordsOf(site).lists
  const title = titleOf(kind, list.name)
  const stories = storyCount(list.total, site)
  return pageMetadata({
    site,
    title: list.page > 1 ? fill(words.titlePage, { title, page: numeral(list.page, site) }) : title,
    description:
      (kind === 'tag' && findTagName(slug)?.description) ||
      fill(words.about[kind], { stories, name: list.name, site: site.name }),
    path: listPath(kind, slug, page),
    list: { kind, slug, name: list.name },
  })
}

/** The page of a tag, source, author or section; another spelling of its name leads to the one address. */
export async function ListPage({ kind, ...props }: ListPageProps & { kind: ListKind }) {
  const { slug, canonical, list } = await read(kind, props)
  if (!list) notFound()
  if (!canonical) permanentRedirect(listPath(kind, slug, list.page))
  const site = readSite()
  const words = wordsOf(site).lists
  const { name } = list
  const said = kind === 'author' || kind === 'source' ? findProfile(kind, name) : undefined
  return (
    <StoryList
      title={titleOf(kind, name)}
      follow={{
        name: words.follow,
        path: feedPath('rss', { kind, slug }),
        label: fill(words.followName, { name }),
      }}
      note={
        kind === 'tag' ? (
          <TagNote
            count={storyCount(list.total, site)}
            site={site}
            description={findTagName(slug)?.description}
            related={readRelatedTags(slug, RELATED_TAGS, now())}
          />
        ) : (
          <>
            {said && <AuthorCard {...said} named={false} />}
            <p>{storyCount(list.total, site)}</p>
          </>
        )
      }
      stories={list.articles}
      leads={list.page === 1}
      without={name}
      site={site}
      images={findPictures(list.articles)}
      portraits={findPortraits(list.articles, site)}
      comments={await readCommentCounts(list.articles)}
      translations={readTranslations(list.articles, now())}
    >
      <Pagination
        page={list.page}
        pages={list.pages}
        path={(page) => listPath(kind, slug, page)}
        site={site}
      />
    </StoryList>
  )
}
