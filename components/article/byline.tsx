import { Filled } from '@/components/site/filled'
import { wordsLanguage } from '@/components/site/language-attributes'
import { Listed } from '@/components/site/listed'
import { MomentTime } from '@/components/site/moment-time'
import { ShownTime } from '@/components/site/shown-time'
import type { Article } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import { authorPath, sourcePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './byline.module.css'
import type { ShownUpdate } from './shown-update'

type Props = {
  article: Article
  site: Site
  minutes: number
  old: boolean
  update?: ShownUpdate | undefined
}

/** Who says it, when, how long it takes, what changed since, and where the original is: a list, so that each is heard apart. */
export function Byline({ article, site, minutes, old, update }: Props) {
  const { authors, source, published } = article
  const words = wordsOf(site).article
  return (
    <div className={styles.byline} {...wordsLanguage(site)}>
      {authors.length > 0 && (
        <p className={styles.authors}>
          <Filled text={words.by} values={{ names: <Names names={authors} site={site} /> }} />
        </p>
      )}
      <ul className={styles.facts} aria-label={words.facts}>
        {source && (
          <li>
            <a className={styles.source} href={sourcePath(slugify(source.name))}>
              <bdi>{source.name}</bdi>
            </a>
          </li>
        )}
        <li>
          <ShownTime moment={published} site={site} />
        </li>
        {old && (
          <li>
            <strong className={styles.old}>{words.old}</strong>
          </li>
        )}
        {update && (
          <li>
            <span>
              <Filled
                text={words.updated}
                values={{ time: <MomentTime moment={update.moment} site={site} /> }}
              />
            </span>
          </li>
        )}
        {update?.href && (
          <li>
            <a href={update.href}>{words.changed}</a>
          </li>
        )}
        <li>
          <span>{counted(words.minutes, minutes, site)}</span>
        </li>
        {source?.url && (
          <li>
            <a href={source.url} rel={originalRel(article)}>
              {words.original}
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}

const originalRel = ({ kind }: Article) =>
  kind === 'sponsored' ? 'noopener sponsored' : 'noopener'

const Names = ({ names, site }: { names: readonly string[]; site: Site }) => (
  <Listed names={names} site={site}>
    {(name) => (
      <a rel="author" href={authorPath(slugify(name))}>
        <bdi>{name}</bdi>
      </a>
    )}
  </Listed>
)
