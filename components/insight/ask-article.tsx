import { aboutAiPath, askPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './ask-article.module.css'
import { AskForm } from './ask-form'

type Props = { slug: string; questions: readonly string[]; site: Site }

/** The form under an article, with questions that the article can answer; folded. */
export function AskArticle({ slug, questions, site }: Props) {
  const words = wordsOf(site).article
  return (
    <section className={styles.ask} aria-labelledby="of-ask" lang={site.lang}>
      <details>
        <summary className={styles.summary}>
          <h2 id="of-ask" className={styles.title}>
            {words.ask}
          </h2>
        </summary>
        <AskForm label={words.question} article={slug} />
        {questions.length > 0 && (
          <ul className={styles.questions} aria-label={words.questions}>
            {questions.map((question) => (
              <li key={question}>
                <a href={askPath(question, slug)} rel="nofollow">
                  {question}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className={styles.note}>
          {words.answers} <a href={aboutAiPath()}>{words.howFound}</a>
        </p>
      </details>
    </section>
  )
}
