import type { MenuLink } from '@/lib/article/menu'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { siteLanguage } from './language-attributes'
import styles from './site-footer.module.css'

type Props = { site: Site; links: readonly MenuLink[] }

/** What the paper is, and the ways to what the masthead doesn't lead to. */
export function SiteFooter({ site, links }: Props) {
  return (
    <footer className={styles.footer}>
      <p className={styles.about} {...siteLanguage(site)}>
        <strong>{site.name}</strong> {site.description}
      </p>
      <nav aria-label={wordsOf(site).site.footer}>
        <ul className={styles.links}>
          {links.map(({ name, path }) => (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
