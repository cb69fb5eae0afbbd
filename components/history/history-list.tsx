import { ShownTime } from '@/components/site/shown-time'
import { formatMoment } from '@/lib/article/dates'
import type { ComparedVersion, History } from '@/lib/history/diff/compared-version'
import type { PublishedVersion } from '@/lib/history/published-versions'
import { shortCommit } from '@/lib/history/short-commit'
import { articleVersionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, fill, wordsOf } from '@/lib/words/words'
import { ComparedText } from './compared-text'
import styles from './history-list.module.css'

type Props = {
  slug: string
  lang: string
  site: Site
  history: Extract<History, { state: 'available' }>
}

/** Every version of an article that readers have seen, newest first, with the words that changed. */
export function HistoryList({ slug, lang, site, history }: Props) {
  const { versions, earlier } = history
  const words = wordsOf(site).history
  return (
    <>
      <Summary versions={[...versions, ...earlier]} site={site} />
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
            <Changes version={version} lang={lang} site={site} />
          </li>
        ))}
      </ol>
      {earlier.length > 0 && (
        <section className={styles.earlier} aria-labelledby="earlier">
          <h2 id="earlier">{words.earlier}</h2>
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
      <ShownTime moment={version.since} site={site} />
    </a>
  )
}

type SummaryProps = { versions: readonly PublishedVersion[]; site: Site }

/** How often it changed and when, before each change. */
function Summary({ versions, site }: SummaryProps) {
  const [last, first] = [versions[0], versions.at(-1)]
  if (last === undefined || first === undefined) return null
  const words = wordsOf(site).history
  const on = ({ since }: PublishedVersion) => formatMoment(since, site).text
  const changes = versions.length - 1
  return (
    <p className={styles.summary}>
      {changes === 0
        ? fill(words.unchanged, { first: on(first) })
        : counted(words.summary, changes, site, { first: on(first), last: on(last) })}
    </p>
  )
}

type ChangesProps = { version: ComparedVersion; lang: string; site: Site }

function Changes({ version, lang, site }: ChangesProps) {
  const words = wordsOf(site).history
  if (version.isFirst) return <p className={styles.note}>{words.first}</p>
  const changed = version.parts.filter((part) => part.changed)
  if (changed.length === 0) return <p className={styles.note}>{words.noWords}</p>
  return <ComparedText parts={changed} lang={lang} site={site} />
}
