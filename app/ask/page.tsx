import type { Metadata } from 'next'
import { AskPage } from '@/components/insight/ask-page'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { askArchive, askArticle } from '@/lib/insight/find-answers'
import { questionText } from '@/lib/insight/question-text'
import { now } from '@/lib/site/clock'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<{ q?: Parameter; article?: Parameter }> }

export const metadata: Metadata = {
  title: 'Ask the archive',
  robots: { index: false, follow: false },
}

const firstOf = (value: Parameter) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function AskRoute({ searchParams }: Props) {
  const { q, article } = await searchParams
  const at = now()
  const question = questionText(firstOf(q))
  const slug = firstOf(article)
  const found = slug === '' ? undefined : findArticle(slug, at)
  const asked = found?.state === 'live' ? found : undefined
  return (
    <AskPage
      question={question}
      article={asked?.article}
      inArticle={asked && question ? askArticle(question, asked) : []}
      inArchive={question ? askArchive(question, at, asked?.article.slug) : []}
      site={readSite()}
    />
  )
}
