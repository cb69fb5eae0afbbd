import type { Article, ArticleSummary } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'

export const site: Site = {
  name: 'The Test',
  description: 'A paper.',
  lang: 'en',
  timeZone: 'Asia/Tokyo',
  sections: [],
}

export function story(slug: string, more: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    slug,
    title: `Title of ${slug}`,
    published: { at: new Date('2025-06-28T05:28:00Z'), precision: 'minute' },
    lang: 'en',
    authors: [],
    tags: [],
    lead: false,
    evergreen: false,
    standfirst: `Standfirst of ${slug}.`,
    excerpt: `Excerpt of ${slug}.`,
    words: 400,
    ...more,
  }
}

export function article(more: Partial<Article> = {}): Article {
  return {
    slug: 'a',
    path: 'articles/a.md',
    title: 'A title',
    published: { at: new Date('2025-06-28T05:28:00Z'), precision: 'minute' },
    lang: 'en',
    authors: [],
    tags: [],
    draft: false,
    lead: false,
    evergreen: false,
    aliases: [],
    corrections: [],
    body: 'Text.',
    bodyLine: 5,
    ...more,
  }
}
