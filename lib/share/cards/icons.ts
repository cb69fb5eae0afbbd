/**
 * The addresses of the site's icons. The default icons are files of public/, which `npm run icons` draws from the first; if
 * site.yaml names an icon, the others show that one (find-icons.ts).
 */
export const VECTOR_ICON_PATH = '/icon.svg'
export const ICON_PATH = '/icon-512.png'
export const SMALL_ICON_PATH = '/icon-192.png'
/** Browsers and phones request these two by themselves. */
export const FAVICON_PATH = '/favicon.ico'
export const TOUCH_ICON_PATH = '/apple-touch-icon.png'
/** What a network shows for a page whose own image could not be drawn. */
export const PLAIN_SHARE_IMAGE_PATH = '/share-plain.png'
