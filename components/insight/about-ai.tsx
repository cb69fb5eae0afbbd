import { Filled } from '@/components/site/filled'
import { PageTitle } from '@/components/site/page-title'
import { askPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import styles from './about-ai.module.css'

/** What the automatic features do and don't, for readers who wonder whether to trust them. */
export function AboutAi({ site, model }: { site: Site; model?: string | undefined }) {
  const { insight: words, article, ask, report } = wordsOf(site)
  return (
    <div className={styles.page}>
      <PageTitle title={words.title} note={words.note} />
      <div className={styles.text}>
        <h2>{article.keyPoints}</h2>
        <p>{words.keyPoints}</p>
        <h2>{ask.answers}</h2>
        <p>
          {words.answers} <a href={askPath()}>{ask.title}</a>
        </p>
        <h2>{words.story}</h2>
        <p>{words.earlier}</p>
        <h2>{words.wrong}</h2>
        <p>
          <Filled text={words.wrongText} values={{ report: report.title }} />
        </p>
        <h2>{words.asked}</h2>
        <p>{model ? fill(words.askedModel, { host: model }) : words.askedText}</p>
      </div>
    </div>
  )
}
