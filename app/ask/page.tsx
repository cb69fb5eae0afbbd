import type { Metadata } from 'next'
import { AskPage } from '@/components/insight/ask-page'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { questionText } from '@/lib/insight/question/question-text'
import type { Answers } from '@/lib/insight/quote'
import { readQuotes } from '@/lib/insight/read-quotes'
import { modelHost } from '@/lib/model/choose'
import { reportBusy } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { wordsOf } from '@/lib/words/words'
import { readAnswers } from './read-answers'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<{ q?: Parameter; article?: Parameter }> }

export const generateMetadata = (): Metadata => ({
  title: wordsOf(readSite()).ask.title,
  robots: { index: false, follow: false },
})

const firstOf = (value: Parameter) => (Array.isArray(value) ? value[0] : value) ?? ''

function readShown({ inArticle, inArchive, nearest }: Answers, at: Date) {
  const [near] = nearest ? readQuotes([nearest.quote], at) : []
  return {
    inArticle: readQuotes(inArticle, at),
    inArchive: readQuotes(inArchive, at),
    ...(nearest && near && { nearest: { of: nearest.of, quote: near } }),
  }
}

export default async function AskRoute({ searchParams }: Props) {
  const { q, article: slug } = await searchParams
  const at = now()
  const question = questionText(firstOf(q))
  const found = findArticle(firstOf(slug), at)
  const article = found?.state === 'live' ? found.article : undefined
  const shown = { question, article, site: readSite(), model: modelHost.ask('host') }
  if (question === '') return <AskPage {...shown} />
  const ranked = await readAnswers({ question, article, now: at })
  if (ranked.state === 'found') return <AskPage {...shown} answers={readShown(ranked.found, at)} />
  reportBusy()
  return <AskPage {...shown} isBusy />
}
