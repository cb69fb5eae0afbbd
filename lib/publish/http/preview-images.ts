import { readFile } from 'node:fs/promises'
import { isImageShown } from '@/lib/archive/read/files/shown-images'
import { findDraft } from '@/lib/archive/read/read-draft'
import type { Endpoint, EndpointReply } from '@/lib/http/endpoint'
import { findImage } from '@/lib/images/find-image'
import type { Variants } from '@/lib/images/store-variants'
import { imagesIn } from '@/lib/markdown/images-in'
import { previewImagesPath } from '@/lib/site/routes'
import { mayPreview } from '../preview-link'

type Options = { adminToken: string | undefined; variants: Variants; now: () => Date }

const PATH =
  /^\/preview\/(?<slug>[^/]+)\/(?<expires>\d{1,12})\.(?<signature>[\w-]{1,100})\/media\/(?<image>.+)$/

/** The images of an unpublished article, only for requests with its preview's signature. */
export const previewImages = (options: Options): Endpoint => ({
  methods: ['GET'],
  path: PATH,
  handle: ({ params }) => answer(options, params),
})

async function answer(
  { adminToken, variants, now }: Options,
  { slug = '', expires = '', signature = '', image = '' }: Record<string, string>,
): Promise<EndpointReply> {
  const query = { expires, signature }
  if (adminToken === undefined || mayPreview(adminToken, slug, query, now()) !== 'open') {
    return { status: 404 }
  }
  const draft = findDraft(slug)
  const own = new Set(draft?.ok ? imagesIn(draft.article) : [])
  const maySee = (name: string) => own.has(name) || isImageShown(name, now())
  const found = await findImage(image, { variants, maySee })
  if (found === undefined) return { status: 404 }
  if (found.state === 'busy') return { status: 503, headers: { 'Retry-After': '2' } }
  if (found.state === 'moved') {
    const location = previewImagesPath(slug, query) + found.location
    return { status: 307, headers: { Location: location } }
  }
  return { status: 200, type: found.type, body: await readFile(found.path) }
}
