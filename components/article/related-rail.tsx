import { Filled } from '@/components/site/filled'
import {
  languageAttributes,
  ownLanguage,
  wordsLanguage,
} from '@/components/site/language-attributes'
import { Listed } from '@/components/site/listed'
import { MomentTime } from '@/components/site/moment-time'
import type { ArticleSummary, Source } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import { slugify } from '@/lib/article/slug'
import { articlePath, searchPath, sourcePath, tagPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, listed, wordsOf } from '@/lib/words/words'
import { focusClass } from './focus-class'
import { Picture } from './picture'
import styles from './related-rail.module.css'

/** Tags and names that an article shares with the one on whose page it is listed. */
export type ShownReason = { kind: 'tags' | 'names'; names: string[] }

export type RailItem = ArticleSummary & {
  reason?: ShownReason
  alsoIn: Source[]
  picture?: { set: ImageSet } | undefined
}

type Props = {
  items: readonly RailItem[]
  site: Site
  /** What to read after the article. */
  next?: ArticleSummary | undefined
}

/** The related articles beside an article: source, time, headline, two lines, and why each one is there. */
export function RelatedRail({ items, site, next }: Props) {
  const words = wordsOf(site).article
  return (
    <div className={styles.column}>
      {items.length > 0 && (
        <aside className={styles.rail} aria-labelledby="related">
          <h2 id="related" className={styles.title}>
            {words.related}
          </h2>
          <div className={styles.items}>
            {items.map((item) => (
              <Item key={item.slug} item={item} site={site} />
            ))}
          </div>
        </aside>
      )}
      {next && <Next story={next} site={site} />}
    </div>
  )
}

function Item({ item, site }: { item: RailItem; site: Site }) {
  const { slug, title, excerpt, image, picture, reason, alsoIn, source, published } = item
  const words = wordsOf(site).article
  const others = listed(
    alsoIn.map(({ name }) => name),
    site,
  )
    .map(({ value }) => value)
    .join('')
  return (
    <article {...languageAttributes(item.lang, site.lang, styles.item)}>
      <p className={styles.meta} {...ownLanguage(item, site)}>
        {source && <a href={sourcePath(slugify(source.name))}>{source.name}</a>}
        <MomentTime moment={published} site={site} isBrief />
      </p>
      <h3 className={styles.headline}>
        <a href={articlePath(slug)}>{title}</a>
      </h3>
      {picture && (
        <Picture
          className={`${styles.thumbnail} ${focusClass(image?.focus)}`}
          set={picture.set}
          alt=""
          sizes="6rem"
        />
      )}
      <p className={styles.text}>{excerpt}</p>
      {reason && <Reason reason={reason} site={site} />}
      {others && (
        <p className={styles.reason} {...wordsLanguage(site)}>
          {fill(words.alsoIn, { names: others })}
        </p>
      )}
    </article>
  )
}

function Reason({ reason: { kind, names }, site }: { reason: ShownReason; site: Site }) {
  const words = wordsOf(site).article
  const path = (name: string) =>
    kind === 'tags' ? tagPath(slugify(name)) : searchPath(`"${name}"`)
  const linked = (
    <Listed names={names} site={site}>
      {(name) => (
        <a href={path(name)} {...(kind === 'names' && { rel: 'nofollow' })}>
          <bdi>{name}</bdi>
        </a>
      )}
    </Listed>
  )
  return (
    <p className={styles.reason} {...wordsLanguage(site)}>
      <Filled text={words.moreOn} values={{ names: linked }} />
    </p>
  )
}

function Next({ story, site }: { story: ArticleSummary; site: Site }) {
  const title = (
    <a {...languageAttributes(story.lang, site.lang)} href={articlePath(story.slug)}>
      {story.title}
    </a>
  )
  return (
    <p className={styles.next}>
      <Filled text={wordsOf(site).article.next} values={{ title }} />
    </p>
  )
}
