import { mediaPath } from '@/lib/routes'
import styles from './article-figure.module.css'

export type ShownPicture = {
  src: string
  alt: string
  width: number
  height: number
  caption?: string
  credit?: string
}

/** The article's main picture, with its caption and credit. */
export function ArticleFigure({ picture }: { picture: ShownPicture }) {
  const { src, alt, width, height, caption, credit } = picture
  return (
    <figure className={styles.figure}>
      <img src={mediaPath(src)} alt={alt} width={width} height={height} fetchPriority="high" />
      {(caption || credit) && (
        <figcaption className={styles.caption}>
          {caption} {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
