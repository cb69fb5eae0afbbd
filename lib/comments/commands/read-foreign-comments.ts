import { plainWords } from '@/lib/import/plain-words'
import { readRecords } from '@/lib/import/read-records'
import { textIn, type XmlRecord } from '@/lib/import/xml-record'
import type { ForeignComment } from './foreign-comments'

/** Texts of articles aren't needed. */
const SKIP = new Set(['content:encoded', 'excerpt:encoded', 'wp:postmeta'])

const UTC = (written: string) => new Date(`${written.trim().replace(' ', 'T')}Z`)

/** The comments in WordPress' export. */
async function readWordpressComments(file: string): Promise<ForeignComment[]> {
  const comments: ForeignComment[] = []
  const staff = new Set<string>()
  let siteUrl = ''
  for await (const record of readRecords(file, { depth: 2, root: 'rss', skip: SKIP })) {
    if (record.name === 'wp:base_blog_url') siteUrl = record.text.trim().replace(/\/+$/, '')
    if (record.name === 'wp:author') staff.add(textIn(record, 'wp:author_id').trim())
    if (record.name !== 'item') continue
    const [link, number] = [textIn(record, 'link').trim(), textIn(record, 'wp:post_id').trim()]
    const addresses = [link, `${siteUrl}/?p=${number}`]
    for (const child of record.children)
      if (child.name === 'wp:comment')
        comments.push(fromWordpress(child, addresses, siteUrl, staff))
  }
  return comments.filter(isDated)
}

const isDated = ({ created }: ForeignComment) => created.getTime() > 0

function fromWordpress(
  record: XmlRecord,
  addresses: string[],
  siteUrl: string,
  staff: ReadonlySet<string>,
): ForeignComment {
  const own = (number: string) => `wordpress ${siteUrl} ${number.trim()}`
  const parent = textIn(record, 'wp:comment_parent').trim()
  const type = textIn(record, 'wp:comment_type').trim()
  const isWords = type === '' || type === 'comment'
  const state = { '1': 'approved', '0': 'pending' } as const
  const approved = textIn(record, 'wp:comment_approved').trim()
  const known = approved === '1' || approved === '0' ? state[approved] : 'lost'
  return {
    id: own(textIn(record, 'wp:comment_id')),
    parent: parent === '' || parent === '0' ? undefined : own(parent),
    addresses,
    name: plainWords(textIn(record, 'wp:comment_author')),
    html: textIn(record, 'wp:comment_content'),
    created: UTC(textIn(record, 'wp:comment_date_gmt')),
    byEditor: staff.has(textIn(record, 'wp:comment_user_id').trim()),
    state: isWords ? known : 'lost',
  }
}

/** The comments in Disqus' export, where articles are threads, and comments posts. */
async function readDisqusComments(file: string): Promise<ForeignComment[]> {
  const threads = new Map<string, string[]>()
  const comments: ForeignComment[] = []
  for await (const record of readRecords(file, { depth: 1, root: 'disqus' })) {
    const number = record.attributes['dsq:id'] ?? ''
    if (record.name === 'thread') threads.set(number, threadAddresses(record))
    if (record.name === 'post') comments.push(fromDisqus(record, number, threads))
  }
  return comments.filter(isDated)
}

/** WordPress' plugin names a thread by the post's number and its address. */
function threadAddresses(record: XmlRecord): string[] {
  const named = textIn(record, 'id').match(/https?:\/\/\S+/g) ?? []
  return [textIn(record, 'link').trim(), ...named].filter((address) => address !== '')
}

function fromDisqus(
  record: XmlRecord,
  number: string,
  threads: ReadonlyMap<string, string[]>,
): ForeignComment {
  const referred = (name: string) =>
    record.children.find((child) => child.name === name)?.attributes['dsq:id']
  const author = record.children.find(({ name }) => name === 'author')
  const isLost = ['isDeleted', 'isSpam'].some((name) => textIn(record, name).trim() === 'true')
  const isApproved = textIn(record, 'isApproved').trim() !== 'false'
  const parent = referred('parent')
  return {
    id: `disqus ${number}`,
    parent: parent === undefined ? undefined : `disqus ${parent}`,
    addresses: threads.get(referred('thread') ?? '') ?? [],
    name: plainWords(author ? textIn(author, 'name') || textIn(author, 'username') : ''),
    html: textIn(record, 'message'),
    created: new Date(textIn(record, 'createdAt').trim()),
    byEditor: false,
    state: isLost ? 'lost' : isApproved ? 'approved' : 'pending',
  }
}

/** Readers of other systems' exports, by the name that `--from` takes. */
export const FOREIGN_READERS: Record<string, (file: string) => Promise<ForeignComment[]>> = {
  wordpress: readWordpressComments,
  disqus: readDisqusComments,
}
