import type { ReactNode } from 'react'
import styles from './page-title.module.css'

type Props = { kind?: string | undefined; title: string; note?: ReactNode }

/** The head of a page that is no article: what it is of, its name, and a line about what it holds. */
export function PageTitle({ kind, title, note }: Props) {
  return (
    <header className={styles.head}>
      {kind && <p className={styles.kind}>{kind}</p>}
      <h1 className={styles.title}>{title}</h1>
      {note && <div className={styles.note}>{note}</div>}
    </header>
  )
}
