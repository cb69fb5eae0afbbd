import { directionOf } from '@/lib/language/direction'
import { ArticleBody } from './article-body'
import styles from './plain-page.module.css'

type Props = { title: string; description?: string | undefined; lang: string; html: string }

/** A page that is no article: about, privacy, and whatever else content/pages holds. */
export function PlainPageView({ title, description, lang, html }: Props) {
  return (
    <article lang={lang} dir={directionOf(lang)}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
      </header>
      <ArticleBody html={html} />
    </article>
  )
}
