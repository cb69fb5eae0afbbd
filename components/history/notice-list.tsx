import { languageAttributes, wordsLanguage } from '@/components/site/language-attributes'
import { MomentTime } from '@/components/site/moment-time'
import type { Notice } from '@/lib/article/notice'
import { articlePath, articleVersionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import styles from './notice-list.module.css'

/** Corrections and updates of all articles, newest first. */
export function NoticeList({ notices, site }: { notices: Notice[]; site: Site }) {
  const { article, notices: words } = wordsOf(site)
  return (
    <ol className={styles.notices}>
      {notices.map((notice) => (
        <li key={keyOf(notice)}>
          <article {...languageAttributes(notice.lang, site.lang, styles.notice)}>
            <p className={styles.kind} {...wordsLanguage(site)}>
              <strong>{article.corrections[notice.kind]}</strong>{' '}
              <MomentTime moment={notice.date} site={site} />
            </p>
            <h2 className={styles.title}>
              <a href={articlePath(notice.slug)}>{notice.title}</a>
            </h2>
            {notice.kind === 'correction' ? (
              <p>{notice.text}</p>
            ) : (
              <p>
                <bdi>{notice.subject}</bdi>{' '}
                <a
                  href={articleVersionPath(notice.slug, notice.commit)}
                  aria-label={fill(words.changedIn, { title: notice.title })}
                  {...wordsLanguage(site)}
                >
                  {article.changed}
                </a>
              </p>
            )}
          </article>
        </li>
      ))}
    </ol>
  )
}

const keyOf = (notice: Notice) =>
  [
    notice.slug,
    notice.date.at.getTime(),
    notice.kind === 'update' ? notice.commit : notice.text,
  ].join(' ')
