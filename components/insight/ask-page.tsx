import type { ReactNode } from 'react'
import { aboutAiPath, articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { PageTitle } from '../page-title'
import { AskForm } from './ask-form'
import styles from './ask-page.module.css'
import { Quotes, type ShownQuote } from './quotes'
import { ReportLink } from './report-link'

type Props = {
  question: string
  /** The article that was asked first. */
  article?: { slug: string; title: string } | undefined
  inArticle: readonly ShownQuote[]
  inArchive: readonly ShownQuote[]
  site: Site
}

/** A question and what answers it. */
export function AskPage({ question, article, inArticle, inArchive, site }: Props) {
  const isAsked = question !== ''
  return (
    <div className={styles.page}>
      <PageTitle
        title="Ask the archive"
        note={
          <>
            Answers are sentences of the articles, word for word.{' '}
            <a href={aboutAiPath()}>How they are found</a>
          </>
        }
      />
      <AskForm label="Your question" question={question} article={article?.slug} />
      {isAsked && article && (
        <Answers title="In the article" quotes={inArticle} site={site}>
          Nothing in “<a href={articlePath(article.slug)}>{article.title}</a>” answers this.
        </Answers>
      )}
      {isAsked && (
        <Answers title={article ? 'In the archive' : 'Answers'} quotes={inArchive} site={site}>
          Nothing {article && inArticle.length > 0 ? 'else ' : ''}in the archive answers this.
        </Answers>
      )}
      {isAsked && (
        <p className={styles.report}>
          <ReportLink feature="answers" article={article?.slug} question={question} />
        </p>
      )}
    </div>
  )
}

type AnswersProps = {
  title: string
  quotes: readonly ShownQuote[]
  site: Site
  /** What is said when there are none. */
  children: ReactNode
}

function Answers({ title, quotes, site, children }: AnswersProps) {
  return (
    <section className={styles.answers}>
      <h2 className={styles.title}>{title}</h2>
      {quotes.length > 0 ? (
        <Quotes quotes={quotes} site={site} heading="h3" />
      ) : (
        <p className={styles.nothing}>{children}</p>
      )}
    </section>
  )
}
