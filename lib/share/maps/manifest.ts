import { frontPagePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ICON_PATH, SMALL_ICON_PATH, VECTOR_ICON_PATH } from '../cards/icons'

/** The paper of the light theme, as app/styles/tokens.css has it. */
const PAPER = '#fffefb'

/** https://www.w3.org/TR/appmanifest/ */
export function writeManifest(site: Pick<Site, 'name' | 'description' | 'lang'>): string {
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
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: VECTOR_ICON_PATH, sizes: 'any', type: 'image/svg+xml' },
      png(SMALL_ICON_PATH, 192),
      png(ICON_PATH, 512),
      { ...png(ICON_PATH, 512), purpose: 'maskable' },
    ],
  })
}
