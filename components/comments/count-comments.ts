import type { Site } from '@/lib/site/site'

/** `1 comment`, `10,000 comments`: the number as the site's language writes it. */
export const countComments = (count: number, { lang }: Pick<Site, 'lang'>): string =>
  count === 1 ? '1 comment' : `${count.toLocaleString(lang)} comments`
