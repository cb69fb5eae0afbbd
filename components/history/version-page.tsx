import { Filled } from '@/components/site/filled'
import { languageAttributes } from '@/components/site/language-attributes'
import { PageTitle } from '@/components/site/page-title'
import { ShownTime } from '@/components/site/shown-time'
import type { FoundVersion } from '@/lib/history/diff/compared-version'
import { articleHistoryPath, articlePath, articleVersionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { ComparedText } from './compared-text'
import styles from './version-page.module.css'

type Props = Omit<Extract<FoundVersion, { state: 'available' }>, 'state'> & {
  slug: string
  lang: string
  site: Site
}

/** A whole text as readers saw it from one moment on, with what had changed in it. */
export function VersionPage({ slug, lang, site, version, older, newer }: Props) {
  const { parts, isFirst, since, subject } = version
  const words = wordsOf(site).history
  const headline = parts.find((part) => part.kind === 'headline' && part.runs.some(isThere))
  const title =
    headline?.runs
      .filter(isThere)
      .map((run) => run.text)
      .join('') ?? ''
  return (
    <>
      <PageTitle
        kind={words.version}
        title={<span {...languageAttributes(lang, site.lang)}>{title}</span>}
        note={<bdi>{subject}</bdi>}
      />
      <p className={styles.fact}>
        <Filled
          text={isFirst ? words.firstOf : words.seenFrom}
          values={{ time: <ShownTime moment={since} site={site} /> }}
        />
      </p>
      <nav className={styles.ways} aria-label={words.versions}>
        {older && <a href={articleVersionPath(slug, older)}>{words.older}</a>}
        {newer && <a href={articleVersionPath(slug, newer)}>{words.newer}</a>}
        <a href={articleHistoryPath(slug)}>{words.all}</a>
        <a href={articlePath(slug)}>{words.current}</a>
      </nav>
      <ComparedText parts={parts.filter(isNotTitle)} lang={lang} site={site} />
    </>
  )
}

/** A headline that stayed stands above already. */
const isNotTitle = (part: { kind: string; changed: boolean }) =>
  part.kind !== 'headline' || part.changed

const isThere = (run: { change: string }) => run.change !== 'removed'
