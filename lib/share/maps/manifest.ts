import { LIGHT_PAPER } from '@/lib/site/colour'
import { frontPagePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ICON_PATH, SMALL_ICON_PATH, VECTOR_ICON_PATH } from '../cards/icons'

/** https://www.w3.org/TR/appmanifest/ */
export function writeManifest(site: Pick<Site, 'name' | 'description' | 'lang' | 'icon'>): string {
  const png = (src: string, side: number) => ({
    src,
    sizes: `${side}x${side}`,
    type: 'image/png',
  })
  return JSON.stringify({
    name: site.name,
    short_name: site.name,
    description: site.description || undefined,
    lang: site.lang,
    id: frontPagePath(),
    start_url: frontPagePath(),
    display: 'minimal-ui',
    background_color: LIGHT_PAPER,
    theme_color: LIGHT_PAPER,
    icons: [
      ...(site.icon ? [] : [{ src: VECTOR_ICON_PATH, sizes: 'any', type: 'image/svg+xml' }]),
      png(SMALL_ICON_PATH, 192),
      png(ICON_PATH, 512),
      ...(site.icon ? [] : [{ ...png(ICON_PATH, 512), purpose: 'maskable' }]),
    ],
  })
}
