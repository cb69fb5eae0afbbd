import path from 'node:path'
import { slugFault, slugFromPath } from '@/lib/article/slug'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { PREVIEW_HOURS, previewQuery } from '@/lib/publish/preview-link'
import { absoluteUrl, previewPath } from '@/lib/routes'

/**
 * `npm run content:preview -- FILE`: prints the address at which the running site shows this article, published or not,
 * for a day. ADMIN_TOKEN and SITE_URL must be the server's.
 */
function main(): void {
  const file = process.argv[2]
  if (file === undefined)
    throw new Refusal('Say which: npm run content:preview -- content/articles/my-story.md')
  const { adminToken, siteUrl } = env()
  if (adminToken === undefined) {
    throw new Refusal(
      'ADMIN_TOKEN is not set. The address is signed with it; the server needs the same.',
    )
  }
  const slug = slugFromPath(path.basename(file))
  const fault = slugFault(slug)
  if (fault) throw new Refusal(`The file’s name ${fault.problem}: ${fault.fix}`)
  const address = absoluteUrl(siteUrl, previewPath(slug, previewQuery(adminToken, slug, now())))
  process.stdout.write(`${address}\n`)
  process.stderr.write(`Good for ${PREVIEW_HOURS} hours.\n`)
}

/** There is no address; the message says why. */
class Refusal extends Error {}

try {
  main()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
