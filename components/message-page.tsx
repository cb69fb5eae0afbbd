import type { ReactNode } from 'react'
import { frontPagePath, tagsPath } from '@/lib/site/routes'
import styles from './message-page.module.css'

type Props = { title: string; children: ReactNode }

/** A page that says what went wrong in plain words and leads back: 404, 410, 500. */
export function MessagePage({ title, children }: Props) {
  return (
    <div className={styles.message}>
      <h1 className={styles.title}>{title}</h1>
      {children}
      <p className={styles.ways}>
        <a href={frontPagePath()}>Go to the front page</a>
        <a href={tagsPath()}>Browse all tags</a>
      </p>
    </div>
  )
}
