import type { ReactNode } from 'react'
import { Filled } from '@/components/site/filled'
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
  answers?: {
    inArticle: readonly ShownQuote[]
    inArchive: readonly ShownQuote[]
    /** No answer: a sentence about a name in the question, when nothing answers it. */
    nearest?: { of: string; quote: ShownQuote }
  }
  /** Too many ask at once. */
  isBusy?: boolean
  model?: string | undefined
  site: Site
}

/** A question and what answers it. */
export function AskPage({ question, article, answers, isBusy, model, site }: Props) {
  const words = wordsOf(site).ask
  const noneElse = article && answers && answers.inArticle.length > 0
  return (
    <div className={styles.page}>
      <PageTitle
        title={words.title}
        note={
          <>
            {words.note} <a href={aboutAiPath()}>{words.howFound}</a>
          </>
        }
      />
      <AskForm question={question} article={article?.slug} model={model} site={site} />
      {isBusy && <p className={styles.nothing}>{words.busy}</p>}
      {answers && article && (
        <Answers title={words.inArticle} quotes={answers.inArticle} site={site}>
          <Filled
            text={words.noneInArticle}
            values={{ title: <a href={articlePath(article.slug)}>{article.title}</a> }}
          />
        </Answers>
      )}
      {answers && (
        <Answers
          title={article ? words.inArchive : words.answers}
          quotes={answers.inArchive}
          site={site}
        >
          {noneElse ? words.nothingElse : words.noneInArchive}
        </Answers>
      )}
      {answers?.nearest && (
        <section className={styles.answers} aria-labelledby="of-nearest">
          <h2 className={styles.nearest} id="of-nearest">
            <Filled text={words.nearest} values={{ name: <bdi>{answers.nearest.of}</bdi> }} />
          </h2>
          <Quotes quotes={[answers.nearest.quote]} site={site} heading="h3" />
        </section>
      )}
      {answers && (
        <p className={styles.report}>
          <ReportLink feature="answers" article={article?.slug} question={question} site={site} />
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
