import { Picture } from '@/components/article/picture'
import { wordsLanguage } from '@/components/site/language-attributes'
import type { ArticleSummary } from '@/lib/article/article'
import { type ImageSet, thumbOf } from '@/lib/article/image-set'
import { isPersonal, kindOf } from '@/lib/article/kind'
import { slugify } from '@/lib/article/slug'
import { authorPath, sectionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './kicker.module.css'

type Props = {
  story: Pick<ArticleSummary, 'section' | 'kind' | 'authors'>
  site: Site
  /** A name that the page has said already: its section, its author. */
  without?: string | undefined
  /** Pictures of authors, by the slugs of their names. */
  portraits?: Map<string, { set: ImageSet }> | undefined
}

/** What stands over a headline: the section, what kind of piece it is, and whose view it says. */
export function Kicker({ story, site, without, portraits }: Props) {
  const { section, authors } = story
  const kind = kindOf(story, site)
  const label = wordsOf(site).article.kinds[kind]
  const isSaid = (name: string) => without !== undefined && slugify(name) === slugify(without)
  const shownSection = section !== undefined && !isSaid(section) ? section : undefined
  const isNamedBySection = section !== undefined && slugify(section) === slugify(label)
  // An opinion is marked by its author's name; its section says the rest.
  const shownLabel = isNamedBySection || (kind === 'opinion' && section) ? '' : label
  const names = isPersonal(kind) ? authors.filter((name) => !isSaid(name)) : []
  if (!shownSection && !shownLabel && names.length === 0) return null
  return (
    <p className={styles.kicker}>
      {shownSection && <a href={sectionPath(slugify(shownSection))}>{shownSection}</a>}
      {shownLabel && <span {...wordsLanguage(site)}>{shownLabel}</span>}
      {names.map((name) => (
        <a key={name} className={styles.author} href={authorPath(slugify(name))}>
          <Portrait image={portraits?.get(slugify(name))} />
          {name}
        </a>
      ))}
    </p>
  )
}

function Portrait({ image }: { image: { set: ImageSet } | undefined }) {
  if (!image) return null
  return <Picture className={styles.portrait} set={thumbOf(image.set)} alt="" />
}
