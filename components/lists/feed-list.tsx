import { Filled } from '@/components/site/filled'
import {
  correctionsFeedPath,
  FEED_FORMATS,
  FEEDS,
  type FeedFormat,
  feedPath,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import styles from './feed-list.module.css'

type Followed = { name: string; slug: string }
type Kind = 'section' | 'source'

type Props = {
  site: Site
  lists: { kind: Kind; heading: string; followed: Followed[] }[]
}

export function FeedList({ site, lists }: Props) {
  const { feeds, notices } = wordsOf(site)
  const file = <code>/{FEEDS.rss.file}</code>
  return (
    <div className={styles.feeds}>
      <p>{feeds.what}</p>
      <h2>{feeds.everything}</h2>
      <ul>
        <FeedLine name={site.name} path={feedPath} site={site} />
        <FeedLine name={notices.title} path={correctionsFeedPath} site={site} />
      </ul>
      {lists.map(({ kind, heading, followed }) =>
        followed.length === 0 ? null : (
          <section key={kind}>
            <h2>{heading}</h2>
            <ul>
              {followed.map(({ name, slug }) => (
                <FeedLine
                  key={slug}
                  name={name}
                  path={(format) => feedPath(format, { kind, slug })}
                  site={site}
                />
              ))}
            </ul>
          </section>
        ),
      )}
      <h2>{feeds.others}</h2>
      <p>
        <Filled text={feeds.othersText} values={{ file }} />
      </p>
    </div>
  )
}

type LineProps = { name: string; path: (format: FeedFormat) => string; site: Site }

function FeedLine({ name, path, site }: LineProps) {
  const label = (format: string) => fill(wordsOf(site).feeds.name, { name, format })
  return (
    <li>
      <bdi>{name}</bdi>
      <span className={styles.formats}>
        {FEED_FORMATS.map((format) => (
          <a key={format} href={path(format)} aria-label={label(FEEDS[format].name)}>
            {FEEDS[format].name}
          </a>
        ))}
      </span>
    </li>
  )
}
