import { Filled } from '@/components/site/filled'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'

/** The secret link of a comment's writer, with what to do with it. */
export function SaveLink({ href, site }: { href: string; site: Site }) {
  const words = wordsOf(site).comments
  return <Filled text={words.save} values={{ link: <a href={href}>{words.saveLink}</a> }} />
}
