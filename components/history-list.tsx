import type { ComparedVersion, History } from '@/lib/history/diff/compared-version'
import type { PublishedVersion } from '@/lib/history/published-versions'
import { shortCommit } from '@/lib/history/short-commit'
import { articleVersionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ComparedText } from './compared-text'
import styles from './history-list.module.css'
import { MomentTime } from './moment-time'

type Props = {
  slug: string
  lang: string
  site: Site
  history: Extract<History, { state: 'available' }>
}

/** Every version of an article that readers have seen, newest first, with the words that changed. */
export function HistoryList({ slug, lang, site, history }: Props) {
  const { versions, earlier } = history
  return (
    <>
      <ol className={styles.versions} reversed>
        {versions.map((version) => (
          <li
            key={version.commit}
            className={styles.version}
            id={`v-${shortCommit(version.commit)}`}
          >
            <h2 className={styles.time}>
              <VersionLink slug={slug} version={version} site={site} />
            </h2>
            <p className={styles.subject}>
              <bdi>{version.subject}</bdi>
            </p>
            <Changes version={version} lang={lang} />
          </li>
        ))}
      </ol>
      {earlier.length > 0 && (
        <section className={styles.earlier} aria-labelledby="earlier">
          <h2 id="earlier">Earlier versions</h2>
          <ol className={styles.versions} reversed>
            {earlier.map((version) => (
              <li key={version.commit}>
                <VersionLink slug={slug} version={version} site={site} />{' '}
                <bdi>{version.subject}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

type LinkProps = { slug: string; version: PublishedVersion; site: Site }

function VersionLink({ slug, version, site }: LinkProps) {
  return (
    <a href={articleVersionPath(slug, shortCommit(version.commit))}>
      <MomentTime moment={version.since} site={site} />
    </a>
  )
}

function Changes({ version, lang }: { version: ComparedVersion; lang: string }) {
  if (version.isFirst) return <p className={styles.note}>The first version on record.</p>
  const changed = version.parts.filter((part) => part.changed)
  if (changed.length === 0) return <p className={styles.note}>No words changed.</p>
  return <ComparedText parts={changed} lang={lang} />
}
