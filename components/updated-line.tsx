import type { Moment } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import { MomentTime } from './moment-time'

export type ShownUpdate = { moment: Moment; href?: string | undefined }

/** When the words of an article last changed, leading to what changed. */
export function UpdatedLine({ update, site }: { update: ShownUpdate; site: Site }) {
  const time = <MomentTime moment={update.moment} site={site} />
  return <span>Updated {update.href ? <a href={update.href}>{time}</a> : time}</span>
}
