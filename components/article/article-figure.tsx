import type { ArticleImage } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import styles from './article-figure.module.css'
import { focusClass } from './focus-class'
import { Picture } from './picture'

type Props = {
  image: ArticleImage
  /** Absent when the file isn't there, or can't be shown. */
  set?: ImageSet | undefined
}

/** As wide as the figure: 48rem, or the screen less its margins. */
const SIZES = '(min-width: 51rem) 48rem, 94vw'

/** The article's main picture, which leads to the whole of it, with its caption and credit; or what it would show. */
export function ArticleFigure({ image, set }: Props) {
  const { alt, caption, credit, focus } = image
  if (set === undefined) return <p className={styles.caption}>{alt}</p>
  return (
    <figure className={styles.figure}>
      <a href={set.full}>
        <Picture
          className={`${styles.image} ${focusClass(focus)}`}
          set={set}
          alt={alt}
          sizes={SIZES}
          isFirst
        />
      </a>
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption} {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
