import type { ComponentProps } from 'react'
import { articlePath, frontPagePath } from '@/lib/site/routes'
import { ReportForm } from './report-form'
import { TitledPage } from './titled-page'

/** The page of the form for a mistake. */
export function ReportPage(props: ComponentProps<typeof ReportForm>) {
  return (
    <TitledPage title="Report a mistake">
      <ReportForm {...props} />
    </TitledPage>
  )
}

/** What a reader sees afterwards. */
export function ReportSent({ article }: { article?: { slug: string; title: string } | undefined }) {
  return (
    <TitledPage title="Thank you">
      <p role="status">An editor will look at it.</p>
      <p>
        {article ? (
          <>
            Back to <a href={articlePath(article.slug)}>{article.title}</a>
          </>
        ) : (
          <a href={frontPagePath()}>To the front page</a>
        )}
      </p>
    </TitledPage>
  )
}
