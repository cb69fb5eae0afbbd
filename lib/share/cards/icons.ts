import { mediaPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'

/** The site's icons, files of public/. `npm run icons` draws the others from the first. */
export const VECTOR_ICON_PATH = '/icon.svg'
export const ICON_PATH = '/icon-512.png'
export const SMALL_ICON_PATH = '/icon-192.png'
/** Browsers and phones request these two by themselves. */
export const FAVICON_PATH = '/favicon.ico'
export const TOUCH_ICON_PATH = '/apple-touch-icon.png'
/** What a network shows for a page whose own image could not be drawn. */
export const PLAIN_SHARE_IMAGE_PATH = '/share-plain.png'

/** The icon that represents the paper elsewhere: its own (`icon` of site.yaml), or the default. */
export const iconOf = ({ icon }: Pick<Site, 'icon'>): string =>
  icon === undefined ? ICON_PATH : mediaPath(icon)
