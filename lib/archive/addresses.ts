/** The form in which slugs must differ: twins in case or Unicode form are one file on some systems. */
export const foldSlug = (slug: string) => slug.normalize('NFKC').toLowerCase()

/** An alias as a path of the site: a bare name stands for an article's former slug. */
export const aliasPath = (alias: string) =>
  (alias.startsWith('/') ? alias : `/articles/${alias}`).normalize('NFC')
