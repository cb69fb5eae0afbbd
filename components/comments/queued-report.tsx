import { MomentTime } from '@/components/site/moment-time'
import type { MistakeReport } from '@/lib/comments/mistake-report'
import { articlePath, askPath, decideReportPath, sentencePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import page from './answer-page.module.css'
import form from './comment-form.module.css'
import { CommentText } from './comment-text'
import styles from './moderation-queue.module.css'

type Props = { report: MistakeReport; title: string; site: Site }

/** A mistake that a reader has reported: where, of which sentence, in which words. */
export function QueuedReport({ report, title, site }: Props) {
  const { id, feature, article, sentence, sentenceId, question, words, created } = report
  const others = report.shown.filter((each) => each !== sentence)
  const { moderation, ...features } = wordsOf(site)
  const names = {
    'key-points': features.article.keyPoints,
    story: features.insight.story,
    answers: features.ask.answers,
  }
  const button = (action: string, label: string, weight: string | undefined) => (
    <button
      className={`${form.send} ${weight ?? ''}`}
      name="action"
      value={action}
      type="submit"
      aria-describedby={`report-${id}`}
    >
      {label}
    </button>
  )
  return (
    <article aria-labelledby={`report-${id}`}>
      <p className={styles.head}>
        <span id={`report-${id}`} className={styles.name}>
          {names[feature]}
        </span>
        {article !== '' && <a href={articlePath(article)}>{title}</a>}
        {question !== '' && (
          <a href={askPath(question, article)}>
            <q>{question}</q>
          </a>
        )}
        <MomentTime moment={{ at: created, precision: 'minute' }} site={site} />
      </p>
      {sentence !== '' && (
        <blockquote className={styles.sentence} dir="auto">
          <a href={sentencePath(article, sentenceId)}>{sentence}</a>
        </blockquote>
      )}
      <CommentText text={words} />
      {others.length > 0 && (
        <details className={styles.shown}>
          <summary>
            {moderation.shown}
            {report.model !== '' && ` · ${report.model}`}
          </summary>
          <ul dir="auto">
            {others.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action={decideReportPath()} className={styles.actions}>
        <input type="hidden" name="id" value={id} />
        {button('settled', moderation.settle, '')}
        {button('dismissed', moderation.dismiss, page.quiet)}
      </form>
    </article>
  )
}
