import { Picture } from '@/components/article/picture'
import { type ImageSet, thumbOf } from '@/lib/article/image-set'
import type { Profile } from '@/lib/article/profile'
import { authorPath } from '@/lib/site/routes'
import styles from './author-card.module.css'

/** What authors.yaml or sources.yaml says of one, with the picture that it names. */
export type ShownProfile = { profile: Profile; image?: ImageSet | undefined }

type Props = ShownProfile & {
  /** On the page of the one whom it is about the name stands over it already. */
  named?: boolean
}

/** Who wrote an article: picture, name, what they do, two lines about them, where else they are. */
export function AuthorCard({ profile, image, named = true }: Props) {
  const { name, slug, role, about, links } = profile
  return (
    <div className={styles.card}>
      {image && <Picture className={styles.picture} set={thumbOf(image)} alt={named ? '' : name} />}
      <div className={styles.words}>
        {named && (
          <p className={styles.name}>
            <a href={authorPath(slug)} rel="author">
              {name}
            </a>
          </p>
        )}
        {role && <p className={styles.role}>{role}</p>}
        {about && <p className={styles.about}>{about}</p>}
        {links.length > 0 && (
          <ul className={styles.links}>
            {links.map((url) => (
              <li key={url}>
                <a href={url} rel="me">
                  {placeOf(url)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** `mastodon.example/@ann`: an address without what all have. */
const placeOf = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')

/** The cards of all who wrote an article and of whom something is said. */
export function AuthorCards({ profiles }: { profiles: readonly ShownProfile[] }) {
  if (profiles.length === 0) return null
  return (
    <div className={styles.cards}>
      {profiles.map((shown) => (
        <AuthorCard key={shown.profile.slug} {...shown} />
      ))}
    </div>
  )
}
