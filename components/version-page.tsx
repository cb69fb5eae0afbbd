import type { FoundVersion } from '@/lib/history/diff/compared-version'
import { articleHistoryPath, articlePath, articleVersionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ComparedText } from './compared-text'
import { MomentTime } from './moment-time'
import { PageTitle } from './page-title'
import styles from './version-page.module.css'

type Props = Omit<Extract<FoundVersion, { state: 'available' }>, 'state'> & {
  slug: string
  lang: string
  site: Site
}

/** A whole text as readers saw it from one moment on, with what had changed in it. */
export function VersionPage({ slug, lang, site, version, older, newer }: Props) {
  const { parts, isFirst, since, subject } = version
  const headline = parts.find((part) => part.kind === 'headline' && part.runs.some(isThere))
  const title =
    headline?.runs
      .filter(isThere)
      .map((run) => run.text)
      .join('') ?? ''
  return (
    <>
      <PageTitle kind="Version" title={title} note={<bdi>{subject}</bdi>} />
      <p className={styles.fact}>
        {isFirst ? 'The first version on record, of ' : 'As readers saw it from '}
        <MomentTime moment={since} site={site} />
        {isFirst ? '.' : ', with what had changed.'}
      </p>
      <nav className={styles.ways} aria-label="Versions">
        {older && <a href={articleVersionPath(slug, older)}>Older version</a>}
        {newer && <a href={articleVersionPath(slug, newer)}>Newer version</a>}
        <a href={articleHistoryPath(slug)}>All versions</a>
        <a href={articlePath(slug)}>The article as it is now</a>
      </nav>
      <ComparedText parts={parts.filter(isNotTitle)} lang={lang} />
    </>
  )
}

/** A headline that stayed stands above already. */
const isNotTitle = (part: { kind: string; changed: boolean }) =>
  part.kind !== 'headline' || part.changed

const isThere = (run: { change: string }) => run.change !== 'removed'
