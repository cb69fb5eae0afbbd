import nodePath from 'node:path'
import { slugFault, slugFromPath } from '@/lib/article/slug'
import { filesOf, listContent } from '@/lib/content/list-content'
import { closestWord } from '@/lib/language/edit-distance'
import { PREVIEW_HOURS, previewQuery } from '@/lib/publish/preview-link'
import { now } from '@/lib/site/clock'
import { Refusal } from '@/lib/site/refusal'
import { absoluteUrl, previewPath } from '@/lib/site/routes'
import { type Command, runCommand } from './run-command'

/**
 * `npm run content:preview -- FILE`: prints the address at which the running site shows this article, published or not,
 * for a day. ADMIN_TOKEN and SITE_URL must be the server's.
 */
export const contentPreview: Command = ([file], { stdout, stderr, env }) => {
  if (file === undefined)
    throw new Refusal('Say which: npm run content:preview -- content/articles/my-story.md')
  const { adminToken, contentDir, siteUrl } = env()
  if (adminToken === undefined) {
    throw new Refusal(
      'ADMIN_TOKEN is not set. The address is signed with it; the server needs the same.',
    )
  }
  const slug = slugFromPath(nodePath.basename(file))
  const fault = slugFault(slug)
  if (fault) throw new Refusal(`The file’s name ${fault.problem}: ${fault.fix}`)
  refuseUnknown(slug, contentDir)
  const address = absoluteUrl(siteUrl, previewPath(slug, previewQuery(adminToken, slug, now())))
  stdout.write(`${address}\n`)
  stderr.write(`Good for ${PREVIEW_HOURS} hours.\n`)
  return 0
}

/** Without this check only the recipient would notice that the address leads nowhere. */
function refuseUnknown(slug: string, contentDir: string): void {
  const known = filesOf(listContent(contentDir), 'article').map(({ path }) => slugFromPath(path))
  if (known.includes(slug)) return
  const meant = closestWord(slug, known)
  throw new Refusal(
    `There is no ${slug}.md in ${nodePath.join(contentDir, 'articles')}${meant ? ` (did you mean ${meant}.md?)` : ''}.`,
  )
}

await runCommand(import.meta.url, contentPreview)
