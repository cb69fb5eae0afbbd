import { stringify } from 'yaml'
import { findArticle } from '@/lib/archive/read/articles'
import { imagesOf } from '@/lib/archive/read/files/pictures'
import { readSite } from '@/lib/archive/read/pages'
import type { Article } from '@/lib/article/article'
import { isoMoment } from '@/lib/article/dates'
import { lastChange } from '@/lib/feeds/timestamps'
import { absoluteUrl, articleMarkdownPath, articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import type { ShareContext } from '../read-context'
import { publicMarkdown } from './public-markdown'

export type ArticleMarkdown =
  | { state: 'live'; markdown: string }
  | { state: 'moved'; path: string }
  | { state: 'withdrawn'; markdown: string }

/** An article as Markdown, after a block with its facts; undefined when readers may not know of it. */
export async function readMarkdown(
  slug: string,
  context: ShareContext,
): Promise<ArticleMarkdown | undefined> {
  const found = findArticle(slug, context.now, context.archive)
  if (found?.state === 'moved') return { state: 'moved', path: articleMarkdownPath(found.slug) }
  if (found?.state === 'withdrawn') {
    const { title, withdrawn } = found
    const heading = wordsOf(readSite(context.archive)).article.withdrawnNamed
    return {
      state: 'withdrawn',
      markdown: `# ${plain(fill(heading, { title }))}\n\n${withdrawn.reason}\n`,
    }
  }
  if (found?.state !== 'live') return undefined
  const { article } = found
  const site = readSite(context.archive)
  const head = stringify(await factsOf(article, site, context), { lineWidth: 0 })
  const body = publicMarkdown(article.body, {
    base: absoluteUrl(context.siteUrl, articlePath(article.slug)),
    mediaUrl: imagesOf(article, context.archive).mediaUrl,
  })
  return {
    state: 'live',
    markdown: `---\n${head}---\n\n# ${plain(article.title)}\n\n${body.trim()}\n`,
  }
}

async function factsOf(article: Article, { timeZone }: Site, context: ShareContext) {
  const { title, description, source, authors, section, tags, corrections } = article
  const changed = lastChange(article, await context.changedInHistory(article))
  const updated = changed && isoMoment({ at: changed, precision: 'second' }, timeZone)
  return {
    title,
    ...(description !== undefined && { description }),
    url: absoluteUrl(context.siteUrl, articlePath(article.slug)),
    lang: article.lang,
    published: isoMoment(article.published, timeZone),
    ...(updated !== undefined && { updated }),
    ...(source && { source }),
    ...(authors.length > 0 && { authors }),
    ...(section !== undefined && { section }),
    ...(tags.length > 0 && { tags }),
    ...(corrections.length > 0 && {
      corrections: corrections.map(({ date, text }) => ({
        date: isoMoment(date, timeZone),
        text,
      })),
    }),
  }
}

/** Escapes a line of text so that nothing in it has a meaning in Markdown. */
export const plain = (text: string) => text.replace(/[\\`*_[\]<>&~|]/g, '\\$&')
