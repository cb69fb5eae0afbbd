import {
  askPath,
  correctionsPath,
  feedsPath,
  frontPagePath,
  plainPagePath,
  tagsPath,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './site-footer.module.css'

type Props = { site: Site; pages: { slug: string; name: string }[] }

export function SiteFooter({ site, pages }: Props) {
  return (
    <footer className={styles.footer}>
      <p className={styles.about}>
        <strong>{site.name}</strong> {site.description}
      </p>
      <ul className={styles.links}>
        <li>
          <a href={frontPagePath()}>Front page</a>
        </li>
        <li>
          <a href={tagsPath()}>All tags</a>
        </li>
        <li>
          <a href={feedsPath()}>Feeds</a>
        </li>
        <li>
          <a href={askPath()}>Ask</a>
        </li>
        <li>
          <a href={correctionsPath()}>Corrections</a>
        </li>
        {pages.map(({ slug, name }) => (
          <li key={slug}>
            <a href={plainPagePath(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
