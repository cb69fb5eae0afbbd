import { ArticleBody } from '@/components/article/article-body'
import type { PlainPage } from '@/lib/article/plain-page'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { Filled } from './filled'
import { languageAttributes, wordsLanguage } from './language-attributes'
import { MomentTime } from './moment-time'
import styles from './plain-page.module.css'

type Props = { page: PlainPage; site: Site; html: string }

/** A page that is no article: about, privacy, and whatever else content/pages holds. */
export function PlainPageView({ page, site, html }: Props) {
  const { title, description, updated, lang } = page
  return (
    <article {...languageAttributes(lang, site.lang)}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
        {updated && (
          <p className={styles.updated} {...wordsLanguage(site)}>
            <Filled
              text={wordsOf(site).article.updated}
              values={{ time: <MomentTime moment={updated} site={site} /> }}
            />
          </p>
        )}
      </header>
      <ArticleBody html={html} />
    </article>
  )
}
