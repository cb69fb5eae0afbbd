import type { ComponentProps } from 'react'
import { Filled } from '@/components/site/filled'
import { articlePath, frontPagePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { ReportForm } from './report-form'
import { TitledPage } from './titled-page'

/** The page of the form for a mistake. */
export function ReportPage(props: ComponentProps<typeof ReportForm>) {
  return (
    <TitledPage title={wordsOf(props.site).report.title}>
      <ReportForm {...props} />
    </TitledPage>
  )
}

type SentProps = { article?: { slug: string; title: string } | undefined; site: Site }

/** What a reader sees afterwards. */
export function ReportSent({ article, site }: SentProps) {
  const words = wordsOf(site)
  return (
    <TitledPage title={words.report.thanks}>
      <p role="status">{words.report.sent}</p>
      <p>
        {article ? (
          <Filled
            text={words.report.back}
            values={{ title: <a href={articlePath(article.slug)}>{article.title}</a> }}
          />
        ) : (
          <a href={frontPagePath()}>{words.site.goToFrontPage}</a>
        )}
      </p>
    </TitledPage>
  )
}
