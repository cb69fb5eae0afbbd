import { correctionsFeedPath, type FeedFormat, feedPath, tagsPath } from '@/lib/site/routes'
import styles from './feed-list.module.css'

type Followed = { name: string; slug: string }
type Kind = 'section' | 'source'

type Props = {
  siteName: string
  lists: { kind: Kind; heading: string; followed: Followed[] }[]
}

const FORMATS: [FeedFormat, string][] = [
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON'],
]

export function FeedList({ siteName, lists }: Props) {
  return (
    <div className={styles.feeds}>
      <p>
        A feed is an address that a feed reader (an app such as NetNewsWire, Feedly or Thunderbird)
        looks at from time to time: what is new comes to you, whole, without an account and without
        anybody keeping count of what you read. Copy one of these addresses into your reader; they
        all hold the same stories, so take whichever format it likes.
      </p>
      <h2>Everything</h2>
      <ul>
        <FeedLine name={siteName} path={feedPath} />
        <FeedLine name="Corrections and updates" path={correctionsFeedPath} />
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
                />
              ))}
            </ul>
          </section>
        ),
      )}
      <h2>Tags and authors</h2>
      <p>
        Each <a href={tagsPath()}>tag</a> and each author has a feed too: add <code>/feed.xml</code>{' '}
        to the address of the page, or give your reader the page itself.
      </p>
    </div>
  )
}

function FeedLine({ name, path }: { name: string; path: (format: FeedFormat) => string }) {
  return (
    <li>
      <bdi>{name}</bdi>
      <span className={styles.formats}>
        {FORMATS.map(([format, label]) => (
          <a key={format} href={path(format)} aria-label={`${name}, ${label} feed`}>
            {label}
          </a>
        ))}
      </span>
    </li>
  )
}
