import { LIST_KINDS } from '@/lib/article/lists'
import type { Endpoint, EndpointReply, EndpointRequest } from '@/lib/http/endpoint'
import { drawInTurn } from '@/lib/images/drawing-queue'
import { reportPrivate } from '@/lib/running/report'
import { shareImagePath } from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { SHARE_HEIGHT, SHARE_WIDTH } from './card-frame'
import { drawPhotoCard } from './draw-photo-card'
import { drawShareCard } from './draw-share-card'
import { PLAIN_SHARE_IMAGE_PATH } from './icons'
import { SEARCH_SHAPES } from './photo-card'
import { readShareCard, type Shared } from './read-share-card'

export type ShareLog = { warn(details: object, message: string): void }

/**
 * The address contains the drawing's version, so clients needn't ask again soon; but no more than a day, in case the
 * article is withdrawn.
 */
const FRESH_FOR_A_DAY = { 'Cache-Control': 'public, max-age=86400' }

const VERSION = '(?<version>[0-9a-f]{10})'

/** The images that represent articles, lists and the site elsewhere. */
export function shareImageEndpoints(context: () => ShareContext, log: ShareLog): Endpoint[] {
  const image = (
    path: string,
    shared: (params: EndpointRequest['params']) => Shared,
  ): Endpoint => ({
    methods: ['GET'],
    cached: true,
    path: new RegExp(`^/share/${path}$`),
    handle: ({ params }) => answerImage(shared(params), params, context(), log),
  })
  return [
    image(`site/${VERSION}\\.png`, () => ({})),
    ...LIST_KINDS.map((kind) =>
      image(`${kind}s/(?<slug>[^/]+)-${VERSION}\\.png`, ({ slug = '' }) => ({
        list: { kind, slug },
      })),
    ),
    image(`(?<slug>[^/]+)-${VERSION}\\.png`, ({ slug = '' }) => ({ article: slug })),
    image(`(?<slug>[^/]+)-${VERSION}(?:-(?<ratio>${SEARCH_SHAPES.join('|')}))?\\.jpg`, photoOf),
  ]
}

function photoOf({ slug = '', ratio }: EndpointRequest['params']): Shared {
  return { article: slug, shape: SEARCH_SHAPES.find((shape) => shape === ratio) ?? 'share' }
}

async function answerImage(
  of: Shared,
  { version = '' }: EndpointRequest['params'],
  context: ShareContext,
  log: ShareLog,
): Promise<EndpointReply> {
  const found = readShareCard(of, context)
  if (found === undefined) return { status: 404 }
  // Networks keep addresses: an earlier drawing's address, or an earlier slug's, redirects to the current image.
  if (shareImagePath(of, version) !== found.path) return leadTo(found.path)
  try {
    const { card } = found
    const isPhoto = 'photo' in card
    const draw = () => (isPhoto ? drawPhotoCard(card) : drawShareCard(card))
    const body = await drawInTurn(SHARE_WIDTH * SHARE_HEIGHT, draw)
    if (body === undefined) throw new Error('Too many pictures wait to be drawn')
    const type = isPhoto ? 'image/jpeg' : 'image/png'
    return { status: 200, type, headers: FRESH_FOR_A_DAY, body }
  } catch (error) {
    log.warn({ err: error, path: found.path }, 'A share image could not be drawn')
    return leadTo(PLAIN_SHARE_IMAGE_PATH)
  }
}

/** Nobody may cache it: anyone can invent a version, and a failure is temporary. */
function leadTo(path: string): EndpointReply {
  reportPrivate()
  return {
    status: 302,
    headers: { Location: path, 'Cache-Control': 'no-store', 'CDN-Cache-Control': 'no-store' },
  }
}
