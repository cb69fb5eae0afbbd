import type { ArticleFields } from '@/lib/article/article'

/** The authors of an article, or else its source. */
export const bylineNames = ({ authors, source }: Pick<ArticleFields, 'authors' | 'source'>) =>
  authors.length > 0 || source === undefined ? authors : [source.name]
