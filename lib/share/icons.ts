/** The site's icons, files of public/. */
export const ICON_PATH = '/icon-512.png'
