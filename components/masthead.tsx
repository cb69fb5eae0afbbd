import { slugify } from '@/lib/article/slug'
import { frontPagePath, sectionPath, tagsPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './masthead.module.css'
import { SearchForm } from './search-form'
import { Wordmark } from './wordmark'

/** The name of the paper over a newspaper's double rule, and the ways into it. */
export function Masthead({ site }: { site: Site }) {
  return (
    <header className={styles.masthead}>
      <div className={styles.top}>
        <a className={styles.name} href={frontPagePath()} aria-label={`${site.name}: front page`}>
          <Wordmark site={site} />
        </a>
        <reader-settings className={styles.settings} />
      </div>
      <nav className={styles.nav} aria-label="Site">
        <ul className={styles.list}>
          <li>
            <a href={frontPagePath()}>Front page</a>
          </li>
          {site.sections.map((name) => (
            <li key={name}>
              <a href={sectionPath(slugify(name))}>{name}</a>
            </li>
          ))}
          <li>
            <a href={tagsPath()}>Tags</a>
          </li>
        </ul>
        <div className={styles.search}>
          <SearchForm name="Search this site" size="small" />
        </div>
      </nav>
    </header>
  )
}
