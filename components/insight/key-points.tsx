import { aboutAiPath } from '@/lib/site/routes'
import styles from './key-points.module.css'
import { ReportLink } from './report-link'

type Props = { points: readonly { id: string; text: string }[]; slug: string }

/** An article's own sentences that say what matters, each a link to its place in the text. */
export function KeyPoints({ points, slug }: Props) {
  if (points.length === 0) return null
  return (
    <section className={styles.points} aria-labelledby="of-key-points">
      <h2 id="of-key-points" className={styles.title}>
        Key points
      </h2>
      <ul className={styles.list}>
        {points.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        Chosen automatically from the article. <a href={aboutAiPath()}>How they are chosen</a>{' '}
        <ReportLink feature="key-points" article={slug} />
      </p>
    </section>
  )
}
