import type { ArticleSummary, Source } from '@/lib/article/article'
import { directionOf } from '@/lib/language/direction'
import { articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './related-rail.module.css'
import { StoryMeta } from './story-meta'

export type RailItem = ArticleSummary & { reason?: string; alsoIn: Source[] }

/** The related articles beside an article: source, time, headline, a few lines, and why each one is there. */
export function RelatedRail({ items, site }: { items: RailItem[]; site: Site }) {
  if (items.length === 0) return null
  return (
    <aside className={styles.rail} aria-labelledby="related">
      <h2 id="related" className={styles.title}>
        Related articles
      </h2>
      <div className={styles.items}>
        {items.map((item) => (
          <article
            key={item.slug}
            className={styles.item}
            lang={item.lang ?? site.lang}
            dir={directionOf(item.lang ?? site.lang)}
          >
            <StoryMeta story={item} site={site} kicker={false} />
            <h3 className={styles.headline}>
              <a href={articlePath(item.slug)}>{item.title}</a>
            </h3>
            <p className={styles.text}>{item.excerpt}</p>
            {item.reason && <p className={styles.reason}>{item.reason}</p>}
            {item.alsoIn.length > 0 && (
              <p className={styles.reason}>
                Also in {item.alsoIn.map(({ name }) => name).join(', ')}
              </p>
            )}
          </article>
        ))}
      </div>
    </aside>
  )
}
