import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportPage, ReportSent } from '@/components/comments/report-page'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { isReportedFeature } from '@/lib/comments/mistake-report'
import { questionText } from '@/lib/insight/question/question-text'
import { now } from '@/lib/site/clock'
import { wordsOf } from '@/lib/words/words'
import { findReportable } from './find-reportable'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<Record<'on' | 'article' | 'q' | 'sent', Parameter>> }

export const generateMetadata = (): Metadata => ({
  title: wordsOf(readSite()).report.title,
  robots: { index: false },
})

const firstOf = (value: Parameter) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function ReportRoute({ searchParams }: Props) {
  const { on, article: slug, q, sent } = await searchParams
  const at = now()
  const found = findArticle(firstOf(slug), at)
  const article = found?.state === 'live' ? found : undefined
  if (firstOf(sent) !== '') return <ReportSent article={article?.article} site={readSite()} />
  const feature = firstOf(on)
  const question = questionText(firstOf(q))
  if (!isReportedFeature(feature) || (article === undefined && feature !== 'answers')) notFound()
  const reportable = await findReportable({ feature, article, question }, at)
  return (
    <ReportPage
      feature={feature}
      article={article?.article}
      question={question}
      {...reportable}
      site={readSite()}
    />
  )
}
