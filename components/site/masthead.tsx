import { SearchForm } from '@/components/search/search-form'
import { SearchIcon } from '@/components/search/search-icon'
import type { MenuLink } from '@/lib/article/menu'
import { frontPagePath, searchPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import { siteLanguage } from './language-attributes'
import styles from './masthead.module.css'
import { Wordmark } from './wordmark'

type Props = {
  site: Site
  links: readonly MenuLink[]
  /** The path of the page, where it is known. */
  path?: string | undefined
}

/** The name of the paper over a newspaper's double rule, and the ways into it: one row each, however narrow the window is. */
export function Masthead({ site, links, path }: Props) {
  const words = wordsOf(site).site
  const all = [{ name: words.frontPage, path: frontPagePath() }, ...links]
  return (
    <header className={styles.masthead}>
      <div className={styles.top}>
        <a
          className={styles.name}
          href={frontPagePath()}
          aria-label={fill(words.toFrontPage, { site: site.name })}
        >
          <Wordmark site={site} />
        </a>
        <a className={styles.lens} href={searchPath()} aria-label={words.search}>
          <SearchIcon />
        </a>
        <reader-settings className={styles.settings} />
      </div>
      <div className={styles.ways}>
        <nav className={styles.nav} aria-label={words.sections}>
          <ul className={styles.list}>
            {all.map((link) => (
              <li key={link.path}>
                <a
                  href={link.path}
                  {...(link.path !== frontPagePath() && siteLanguage(site))}
                  aria-current={link.path === path ? 'page' : undefined}
                >
                  {link.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.search}>
          <SearchForm name={words.searchSite} size="small" site={site} />
        </div>
      </div>
    </header>
  )
}
