import type { ReactNode } from 'react'
import { archivePath, frontPagePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './message-page.module.css'

type Props = { title: string; site: Site; children: ReactNode }

/** A page that says what went wrong in plain words and leads back: 404, 410, 500. */
export function MessagePage({ title, site, children }: Props) {
  const words = wordsOf(site).site
  return (
    <div className={styles.message}>
      <h1 className={styles.title}>{title}</h1>
      {children}
      <p className={styles.ways}>
        <a href={frontPagePath()}>{words.goToFrontPage}</a>
        <a href={archivePath()}>{words.archive}</a>
      </p>
    </div>
  )
}
