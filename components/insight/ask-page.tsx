import type { ReactNode } from 'react'
import { PageTitle } from '@/components/site/page-title'
import { aboutAiPath, articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { AskForm } from './ask-form'
import styles from './ask-page.module.css'
import { Quotes, type ShownQuote } from './quotes'
import { ReportLink } from './report-link'

type Props = {
  question: string
  /** The article that was asked first. */
  article?: { slug: string; title: string } | undefined
  /** Absent until something was asked, and when there was no time to answer it. */
  answers?: { inArticle: readonly ShownQuote[]; inArchive: readonly ShownQuote[] }
  /** Too many ask at once. */
  isBusy?: boolean
  site: Site
}

/** A question and what answers it. */
export function AskPage({ question, article, answers, isBusy, site }: Props) {
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
      {isBusy && <p className={styles.nothing}>{wordsOf(site).ask.busy}</p>}
      {answers && article && (
        <Answers title="In the article" quotes={answers.inArticle} site={site}>
          Nothing in “<a href={articlePath(article.slug)}>{article.title}</a>” answers this.
        </Answers>
      )}
      {answers && (
        <Answers
          title={article ? 'In the archive' : 'Answers'}
          quotes={answers.inArchive}
          site={site}
        >
          Nothing {article && answers.inArticle.length > 0 ? 'else ' : ''}in the archive answers
          this.
        </Answers>
      )}
      {answers && (
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
