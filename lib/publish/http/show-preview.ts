import type { EndpointReply, EndpointRequest } from '@/lib/http/endpoint'
import type { OneTimeViews } from '@/lib/running/one-time-views'
import { editorViewPath, previewImagesPath } from '@/lib/site/routes'
import { mayPreview, PREVIEW_HOURS } from '../preview-link'
import type { EditorView } from '../view'

type Desk = {
  adminToken: string | undefined
  views: OneTimeViews<EditorView>
  /** Whether a file has this slug. */
  hasFile: (slug: string) => boolean
  now: () => Date
}

/** Keeps the address from search engines, caches and other sites. */
const UNLISTED = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' }

/** GET /preview/<slug>, at an address from `content:preview` or /status. */
export function showPreview(desk: Desk, request: EndpointRequest): EndpointReply {
  const { adminToken, views } = desk
  const say = (status: number, title: string, text: string): EndpointReply => ({
    status,
    headers: UNLISTED,
    page: editorViewPath(views.putForAll({ kind: 'message', title, text })),
    isForAll: true,
  })
  if (adminToken === undefined) {
    return say(404, 'Previews are closed', 'ADMIN_TOKEN is not set on this server.')
  }
  const slug = request.params.slug ?? ''
  const expires = request.query.get('expires') ?? ''
  const signature = request.query.get('signature') ?? ''
  const decision = mayPreview(adminToken, slug, { expires, signature }, desk.now())
  if (decision === 'forged') {
    return say(403, 'This address doesn’t work', 'Copy all of it, or make a new one.')
  }
  if (decision === 'expired') {
    const text = `An address of a preview is good for ${PREVIEW_HOURS} hours. Make a new one.`
    return say(410, 'This preview has expired', text)
  }
  if (!desk.hasFile(slug)) {
    const text = `There is no file ${slug}.md in content/articles on this server.`
    return say(404, 'There is nothing to preview', text)
  }
  const images = previewImagesPath(slug, { expires, signature })
  const page = editorViewPath(views.put({ kind: 'preview', slug, images }))
  return { status: 200, headers: UNLISTED, page }
}
