import { askPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import styles from './ask-form.module.css'

/** The question that an engine reads whole; a longer one is cut by the browser. */
const LONGEST_QUESTION = 500

type Props = {
  site: Site
  /** The host of the model to which a question is sent, where there is one. */
  model?: string | undefined
  question?: string | undefined
  /** The article that is asked first. */
  article?: string | undefined
}

/** A question, sent by GET so that the answer has an address. */
export function AskForm({ site, model, question, article }: Props) {
  const words = wordsOf(site).ask
  return (
    <form className={styles.form} action={askPath()} method="get">
      <label className={styles.label} htmlFor="ask-question">
        {words.question}
      </label>
      <input
        className={styles.input}
        id="ask-question"
        name="q"
        type="search"
        required
        maxLength={LONGEST_QUESTION}
        defaultValue={question}
        dir="auto"
        autoComplete="off"
      />
      {article && <input type="hidden" name="article" value={article} />}
      <button className={styles.button} type="submit">
        {words.submit}
      </button>
      {model && <p className={styles.note}>{fill(words.sent, { host: model })}</p>}
    </form>
  )
}
