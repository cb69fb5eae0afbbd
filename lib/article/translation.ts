/** A story in another language: an article of this site, or an address of another one. */
export type Translation = { lang: string } & (
  | { slug: string; isOriginal: boolean }
  | { url: string }
)
