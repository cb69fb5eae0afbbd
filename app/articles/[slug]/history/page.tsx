import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { decodeSegment } from '@/app/_lists/decode-segment'
import { Corrections } from '@/components/article/corrections'
import { HistoryList } from '@/components/history/history-list'
import { NoHistory } from '@/components/history/no-history'
import { languageAttributes } from '@/components/site/language-attributes'
import { PageTitle } from '@/components/site/page-title'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { shownText } from '@/lib/article/shown'
import { findHistory } from '@/lib/history/find-history'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { articleHistoryPath, articlePath } from '@/lib/site/routes'
import { fill, wordsOf } from '@/lib/words/words'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findArticle(decodeSegment((await params).slug), now())
  if (found?.state !== 'live') return {}
  const { title, slug } = found.article
  const site = readSite()
  const words = wordsOf(site).history
  return pageMetadata({
    site,
    title: fill(words.titleOf, { title }),
    description: fill(words.about, { title }),
    path: articleHistoryPath(slug),
  })
}

export default async function HistoryRoute({ params }: Props) {
  const at = now()
  const found = findArticle(decodeSegment((await params).slug), at)
  if (found?.state === 'moved') permanentRedirect(articleHistoryPath(found.slug))
  if (found?.state !== 'live') notFound()
  const { article } = found
  const site = readSite()
  const words = wordsOf(site).history
  const history = await findHistory(article, at)
  return (
    <>
      <PageTitle
        kind={words.title}
        title={
          <span {...languageAttributes(article.lang, site.lang)}>
            {shownText(article.title, site, article.lang)}
          </span>
        }
        note={<a href={articlePath(article.slug)}>{words.now}</a>}
      />
      {history.state === 'available' && history.versions.length > 0 ? (
        <HistoryList slug={article.slug} lang={article.lang} site={site} history={history} />
      ) : (
        <NoHistory
          reason={history.state === 'unavailable' ? history.reason : 'not in git'}
          site={site}
        />
      )}
      <Corrections corrections={article.corrections} site={site} />
    </>
  )
}
