import { askOwn, askPlace } from '@/lib/comments/store/page-questions'
import { parsePageNumber } from '@/lib/site/page-number'
import { slugOfArticle } from '@/lib/site/routes'

/** The key of the page that is shown at this one; undefined when it has a page of its own, or when nobody knows. */
export type FindSame = (key: string) => Promise<string | undefined>

/**
 * An article's address may name a comment to be answered, or the reader's own with its secret. Where there is no such
 * comment on that page, the page without it is shown: anyone can make up such addresses.
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
