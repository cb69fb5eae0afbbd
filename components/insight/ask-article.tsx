import label from '@/components/site/label.module.css'
import { wordsLanguage } from '@/components/site/language-attributes'
import { aboutAiPath, askPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './ask-article.module.css'
import { AskForm } from './ask-form'

type Props = {
  slug: string
  questions: readonly string[]
  model?: string | undefined
  site: Site
}

/** The form under an article, with questions that the article can answer; folded. */
export function AskArticle({ slug, questions, model, site }: Props) {
  const words = wordsOf(site).ask
  return (
    <section className={styles.ask} aria-labelledby="of-ask" {...wordsLanguage(site)}>
      <details>
        <summary className={styles.summary}>
          <h2 id="of-ask" className={label.label}>
            {words.article}
          </h2>
        </summary>
        <AskForm article={slug} model={model} site={site} />
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
          {words.note} <a href={aboutAiPath()}>{words.howFound}</a>
        </p>
      </details>
    </section>
  )
}
