import type { ArticleFields } from '@/lib/article/article'

/** Who is named as having written an article: its authors, or else the source it comes from. */
export const bylineNames = ({ authors, source }: Pick<ArticleFields, 'authors' | 'source'>) =>
  authors.length > 0 || source === undefined ? authors : [source.name]
