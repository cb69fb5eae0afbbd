import { slugFromPath } from '@/lib/article/slug'
import type { Problem } from '@/lib/front-matter/problem'
import { articlePath } from '@/lib/site/routes'
import styles from './draft-note.module.css'

type Story = {
  slug: string
  title: string
  state: 'draft' | 'scheduled' | 'expired' | 'withdrawn'
}

type Props = { stories: readonly Story[]; problems: readonly Problem[] }

/** Above the front page while one writes: what readers don't see, and which files have problems. */
export function DraftList({ stories, problems }: Props) {
  if (stories.length + problems.length === 0) return null
  return (
    <aside className={styles.note} aria-label="For editors" lang="en" dir="ltr">
      {stories.length > 0 && <h2 className={styles.title}>Not published</h2>}
      <ul>
        {stories.map(({ slug, title, state }) => (
          <li key={slug}>
            <a href={articlePath(slug)}>{title}</a> ({state})
          </li>
        ))}
      </ul>
      {problems.length > 0 && <h2 className={styles.title}>Problems</h2>}
      <ul>
        {problems.map(({ path, line, column, field, problem }) => (
          <li key={`${path} ${line} ${column} ${field} ${problem}`}>
            {path.startsWith('articles/') && path.endsWith('.md') ? (
              <a href={articlePath(slugFromPath(path))}>{path}</a>
            ) : (
              path
            )}
            :{line}:{column} {field}: {problem}
          </li>
        ))}
      </ul>
    </aside>
  )
}
