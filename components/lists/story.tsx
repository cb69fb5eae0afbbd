import { Picture } from '@/components/article/picture'
import { languageAttributes } from '@/components/site/language-attributes'
import type { ArticleSummary } from '@/lib/article/article'
import { type ImageSet, thumbOf } from '@/lib/article/image-set'
import type { Translation } from '@/lib/article/translation'
import { excerptOf } from '@/lib/language/excerpt'
import type { Site } from '@/lib/site/site'
import { Headline } from './headline'
import { Kicker } from './kicker'
import styles from './story.module.css'
import { StoryMeta } from './story-meta'

export type StoryImage = { set: ImageSet }

/** What every story of a page is shown with. */
export type Shown = {
  site: Site
  images: Map<string, StoryImage>
  /** How many comments a story has. */
  comments?: Map<string, number> | undefined
  /** Where stories can be read in other languages. */
  translations?: Map<string, readonly Translation[]> | undefined
  /** Of those who say their own view, by the slugs of their names. */
  portraits?: Map<string, StoryImage> | undefined
}

/**
 * How a story is set. `lead` has the page's largest headline, `second` a picture over its words, `feature` a picture beside
 * them, `card` either by its place, `line` a picture at the end of a line; `brief` has words alone and `headline` the headline
 * alone: these two show a picture on a phone only, where all but the first two are a headline beside a small one.
 */
export type StoryLook = 'lead' | 'second' | 'feature' | 'card' | 'line' | 'brief' | 'headline'

/** About how many characters of text each shows, and how wide its picture is. */
const LOOKS: Record<StoryLook, { text: number; sizes?: string }> = {
  lead: { text: 240, sizes: '(min-width: 80rem) 36rem, (min-width: 64rem) 47vw, 94vw' },
  second: { text: 160, sizes: '(min-width: 64rem) 24rem, (min-width: 42rem) 46vw, 94vw' },
  feature: { text: 150, sizes: '(min-width: 64rem) 18rem, (min-width: 42rem) 40vw, 7rem' },
  card: { text: 160, sizes: '(min-width: 64rem) 24rem, (min-width: 42rem) 46vw, 7rem' },
  line: { text: 160, sizes: '(min-width: 42rem) 11rem, 7rem' },
  brief: { text: 110 },
  headline: { text: 0 },
}

/** A lead without a picture shows more of its text instead. */
const LEAD_WITHOUT_PICTURE = 400

/** Over the words, small beside them, or large beside them. */
type PicturePlace = 'above' | 'beside' | 'wide'

type Props = Shown & {
  story: ArticleSummary
  look: StoryLook
  level?: 2 | 3
  /** A name that the page has said already: its section, its author. */
  without?: string | undefined
  /** Whether a lead has the width for its picture beside its words: everywhere but in columns. */
  isAcross?: boolean
  /** Of a card: where its picture is. */
  picture?: { desk: PicturePlace; tablet: PicturePlace }
  className?: string | undefined
}

/** A story in a list. */
export function Story(props: Props) {
  const { story, look, level, without, picture, isAcross, className } = props
  const { site, images, comments, translations, portraits } = props
  const image = images.get(story.slug)
  const lang = story.lang
  const { sizes } = LOOKS[look]
  const text = textOf(story, look, image !== undefined)
  const classes = [
    ...[styles.story, styles[look], image && styles.pictured, isAcross && styles.beside, className],
    ...(picture ? [styles[`desk-${picture.desk}`], styles[`tablet-${picture.tablet}`]] : []),
  ]
  return (
    <article {...languageAttributes(lang, site.lang, classes.filter(Boolean).join(' '))}>
      {image && (
        <Picture
          className={styles.image}
          set={sizes === undefined ? thumbOf(image.set) : image.set}
          alt=""
          sizes={sizes}
          isFirst={look === 'lead'}
        />
      )}
      <div className={styles.words}>
        <Kicker story={story} site={site} without={without} portraits={portraits} />
        <Headline story={story} {...(level && { level })} />
        {text && <p className={styles.text}>{text}</p>}
        <StoryMeta
          story={story}
          site={site}
          kicker={false}
          comments={comments?.get(story.slug)}
          translations={LOOKS[look].text > 0 ? translations?.get(story.slug) : undefined}
        />
      </div>
    </article>
  )
}

function textOf(story: ArticleSummary, look: StoryLook, hasImage: boolean): string {
  const { text } = LOOKS[look]
  if (text === 0) return ''
  return look === 'lead' && !hasImage
    ? excerptOf(story.excerpt, LEAD_WITHOUT_PICTURE, story.lang)
    : excerptOf(story.standfirst, text, story.lang)
}
