import type { ArticleImage } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import styles from './article-figure.module.css'
import { Picture } from './picture'

export type ShownPicture = ArticleImage & { set: ImageSet }

/** As wide as the figure: 48rem, or the screen less its margins. */
const SIZES = '(min-width: 51rem) 48rem, 94vw'

/** The article's main picture, which leads to the whole of it, with its caption and credit. */
export function ArticleFigure({ picture }: { picture: ShownPicture }) {
  const { set, alt, caption, credit } = picture
  return (
    <figure className={styles.figure}>
      <a href={set.full}>
        <Picture set={set} alt={alt} sizes={SIZES} isFirst />
      </a>
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption} {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
