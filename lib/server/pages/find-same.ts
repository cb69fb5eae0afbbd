import { askOwn, askPlace } from '@/lib/comments/store/page-questions'
import { parsePageNumber } from '@/lib/site/page-number'
import { slugOfArticle } from '@/lib/site/routes'

/** The key of the page that this address shows; undefined when it has a page of its own, or when this can't be known. */
export type FindSame = (key: string) => Promise<string | undefined>

/**
 * An article's address may name a comment to reply to, or the reader's own comment with its secret. If that comment isn't
 * on the page, readers get the page without it: anyone can invent such addresses.
 */
export const findSame: FindSame = async (key) => {
  const slug = slugOfArticle(key)
  const [path = key, search = ''] = key.split('?')
  const query = new URLSearchParams(search)
  const [replyTo, mine] = [query.get('replytocom'), query.get('mine')]
  if (slug === undefined || (replyTo === null && mine === null)) return undefined
  const page = parsePageNumber(query.get('comments') ?? undefined)
  if (replyTo !== null) {
    const place = await askPlace.ask(replyTo)
    if (!place?.ok) return undefined
    const isHere = place.value?.article === slug && place.value.page === page
    if (!isHere) query.delete('replytocom')
  }
  if (mine !== null) {
    const [id = '', secret = ''] = mine.split('.')
    const own = await askOwn.ask({ id, key: secret })
    if (!own?.ok) return undefined
    if (own.value === undefined) query.delete('mine')
  }
  const rest = query.toString()
  const same = rest === '' ? path : `${path}?${rest}`
  return same === key ? undefined : same
}
