import { readFile } from 'node:fs/promises'
import { findMedia } from '@/lib/archive/read/files/media'
import { readSite } from '@/lib/archive/read/pages'
import { hashBytes } from '@/lib/content/measure-image'
import type { Endpoint, EndpointReply } from '@/lib/http/endpoint'
import { drawInTurn } from '@/lib/images/drawing-queue'
import type { ShareContext } from '../read-context'
import { DRAWN_ICONS } from './draw-icon'
import type { ShareLog } from './endpoints'

/** The default icon, a file of public/. */
const HOUSE: EndpointReply = { status: 200, isFile: true }

/** The icons at their usual addresses: drawn from the picture that site.yaml names, or else the default ones. */
export function iconEndpoints(context: () => ShareContext, log: ShareLog): Endpoint[] {
  return DRAWN_ICONS.map(({ path, type, draw }) => ({
    methods: ['GET'],
    cached: true,
    path,
    handle: async () => {
      const { archive } = context()
      const { icon } = readSite(archive)
      const media = icon === undefined ? undefined : findMedia(icon, archive)
      if (media === undefined) return HOUSE
      try {
        const body = await drawInTurn(media.width * media.height, async () => {
          const bytes = await readFile(media.path)
          if (hashBytes(bytes) !== media.hash) throw new Error('The icon is being changed')
          return draw(bytes)
        })
        if (body === undefined) throw new Error('Too many pictures wait to be drawn')
        return { status: 200, type, body }
      } catch (error) {
        log.warn({ err: error, icon }, 'The icon of site.yaml could not be drawn')
        return HOUSE
      }
    },
  }))
}
