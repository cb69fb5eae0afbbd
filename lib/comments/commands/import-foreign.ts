import { addressKey } from '@/lib/article/slug'
import { filesOf, listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { aliasOf } from '@/lib/import/run/address-book'
import { UNNAMED_DEFAULTS } from '@/lib/site/site'
import { type CommandContext, readKey, taken } from './command'
import { convertComments } from './foreign-comments'
import { FOREIGN_READERS } from './read-foreign-comments'
import { storeExport } from './whole-export'

/** How many articles that aren't here are named; the count says the rest. */
const MOST_NAMED = 10

/** Takes the comments of another system in, for articles whose aliases name its addresses. */
export async function importForeign(
  context: CommandContext,
  file: string,
  from: string,
): Promise<boolean> {
  const read = FOREIGN_READERS[from]
  if (read === undefined) {
    context.complain(
      `--from takes ${Object.keys(FOREIGN_READERS).join(' or ')}, not ${JSON.stringify(from)}.`,
    )
    return false
  }
  const slugs = slugsByAddress(context.settings.contentDir)
  const slugOf = (addresses: readonly string[]) =>
    addresses
      .map((address) => aliasOf(address, undefined))
      .map((alias) => (alias.ok ? slugs.get(addressKey(alias.alias)) : undefined))
      .find((slug) => slug !== undefined)
  const { comments, leftOut, homeless } = convertComments(await read(file), slugOf)
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const key = { secret: secret.value, now: context.now }
  const stored = await storeExport(context.database, { ok: true, comments, reports: [] }, key)
  if (!taken(context, stored)) return false
  context.say(
    `${stored.value} imported, ${comments.length - stored.value} already existed, ${leftOut} left out (spam, deleted, pingbacks, empty)`,
  )
  tellHomeless(context, homeless)
  return true
}

/** Every old and present address of an article, with its slug. */
function slugsByAddress(contentDir: string): Map<string, string> {
  const slugs = new Map<string, string>()
  for (const file of filesOf(listContent(contentDir), 'article')) {
    const read = readContentFile(file)
    const parsed = read.ok
      ? parseArticle({ path: file.path, bytes: read.bytes, site: UNNAMED_DEFAULTS })
      : undefined
    if (!parsed?.ok) continue
    const { slug, aliases } = parsed.article
    for (const address of [`/articles/${slug}`, ...aliases]) slugs.set(addressKey(address), slug)
  }
  return slugs
}

function tellHomeless({ complain }: CommandContext, homeless: ReadonlyMap<string, number>): void {
  if (homeless.size === 0) return
  const lost = [...homeless.values()].reduce((sum, n) => sum + n, 0)
  complain(
    `${lost} are about articles that no alias names. Import the articles first, or add the aliases:`,
  )
  for (const [address, n] of [...homeless].slice(0, MOST_NAMED))
    complain(`  ${address || 'no address'}: ${n}`)
  if (homeless.size > MOST_NAMED) complain(`  and ${homeless.size - MOST_NAMED} more`)
}
