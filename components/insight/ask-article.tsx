import { aboutAiPath, askPath } from '@/lib/site/routes'
import styles from './ask-article.module.css'
import { AskForm } from './ask-form'

type Props = { slug: string; questions: readonly string[] }

/** The form under an article, with questions that the article can answer. */
export function AskArticle({ slug, questions }: Props) {
  return (
    <section className={styles.ask} aria-labelledby="of-ask">
      <h2 id="of-ask" className={styles.title}>
        Ask this article
      </h2>
      <AskForm label="Your question" article={slug} />
      {questions.length > 0 && (
        <ul className={styles.questions} aria-label="Questions it can answer">
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
        Answers are sentences of the articles, word for word.{' '}
        <a href={aboutAiPath()}>How they are found</a>
      </p>
    </section>
  )
}
