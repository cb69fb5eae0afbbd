import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Pagination } from '@/components/lists/pagination'
import { StoryList } from '@/components/lists/story-list'
import { TagNote } from '@/components/lists/tag-note'
import { readList } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPictures } from '@/lib/archive/read/pictures'
import { readRelatedTags } from '@/lib/archive/read/related-tags'
import { findTagName, listSlug } from '@/lib/archive/read/tag-names'
import type { ListKind } from '@/lib/article/lists'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { listPath } from '@/lib/site/routes'
import { decodeSegment } from './decode-segment'

/** One line of them. */
const RELATED_TAGS = 6

/** What Next hands to the page of a tag, source, author or section. */
export type ListPageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const KIND_NAMES = {
  tag: 'Tag',
  source: 'Source',
  author: 'Author',
  section: 'Section',
} satisfies Record<ListKind, string>

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

export async function listMetadata(kind: ListKind, props: ListPageProps): Promise<Metadata> {
  const { slug, page, list } = await read(kind, props)
  if (!list) return {}
  const title = kind === 'tag' ? `#${list.name}` : list.name
  const site = readSite()
  return pageMetadata({
    site,
    title: list.page > 1 ? `${title}, page ${list.page}` : title,
    description:
      (kind === 'tag' && findTagName(slug)?.description) ||
      `${KIND_NAMES[kind]} “${list.name}”: ${storyCount(list.total)} on ${site.name}.`,
    path: listPath(kind, slug, page),
    list: { kind, slug, name: list.name },
  })
}

const storyCount = (total: number) => `${total} ${total === 1 ? 'story' : 'stories'}`

/** The page of a tag, source, author or section; another spelling of its name leads to the one address. */
export async function ListPage({ kind, ...props }: ListPageProps & { kind: ListKind }) {
  const { slug, canonical, list } = await read(kind, props)
  if (!list) notFound()
  if (!canonical) permanentRedirect(listPath(kind, slug, list.page))
  return (
    <StoryList
      kind={KIND_NAMES[kind]}
      title={kind === 'tag' ? `#${list.name}` : list.name}
      note={
        kind === 'tag' ? (
          <TagNote
            count={storyCount(list.total)}
            description={findTagName(slug)?.description}
            related={readRelatedTags(slug, RELATED_TAGS, now())}
          />
        ) : (
          storyCount(list.total)
        )
      }
      stories={list.articles}
      site={readSite()}
      images={findPictures(list.articles)}
      comments={await readCommentCounts(list.articles)}
    >
      <Pagination page={list.page} pages={list.pages} path={(page) => listPath(kind, slug, page)} />
    </StoryList>
  )
}
