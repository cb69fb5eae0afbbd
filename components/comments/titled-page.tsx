import type { ReactNode } from 'react'
import styles from './answer-page.module.css'

/** The frame of an answer to a form. */
export function TitledPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  )
}
