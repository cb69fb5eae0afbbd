import { shownText } from '@/lib/article/shown'
import { timestamp } from '@/lib/feeds/timestamps'
import { element, textElement, xmlDocument } from '@/lib/feeds/xml'
import {
  absoluteUrl,
  articleCommentsPath,
  commentPath,
  commentsFeedPath,
  FEEDS,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import type { Comment } from '../comment'
import { renderComment } from '../render-comment'

export type CommentsFeed = {
  article: { slug: string; title: string; published: { at: Date }; lang: string }
  site: Site
  siteUrl: string
  /** Published comments, newest first. */
  comments: readonly Comment[]
}

/** RFC 4287; RFC 4685 says which comment answers which. */
export function writeCommentsFeed({ article, site, siteUrl, comments }: CommentsFeed): string {
  const words = wordsOf(site).comments
  const absolute = (path: string) => absoluteUrl(siteUrl, path)
  const stamp = (at: Date) => timestamp(at, site.timeZone)
  const title = shownText(article.title, site, article.lang)
  const self = absolute(commentsFeedPath(article.slug))
  const page = absolute(articleCommentsPath(article.slug, 1, 'comments'))
  const times = comments.map(({ created, edited }) => (edited ?? created).getTime())
  const entry = ({ id, parent, name, text, created, edited }: Comment) => {
    const url = absolute(commentPath(id))
    const answered = parent === undefined ? undefined : absolute(commentPath(parent))
    return element(
      'entry',
      {},
      textElement('id', url),
      textElement('title', fill(words.by, { name, title })),
      element('link', { rel: 'alternate', type: 'text/html', href: url }),
      answered && element('thr:in-reply-to', { ref: answered, href: answered, type: 'text/html' }),
      textElement('published', stamp(created)),
      textElement('updated', stamp(edited ?? created)),
      element('author', {}, textElement('name', name)),
      element('content', { type: 'html' }, renderComment(text)),
    )
  }
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
        'xml:lang': article.lang,
      },
      textElement('id', self),
      textElement('title', fill(words.on, { title })),
      textElement('updated', stamp(new Date(Math.max(article.published.at.getTime(), ...times)))),
      element('link', { rel: 'self', type: FEEDS.atom.type, href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      element('author', {}, textElement('name', site.name)),
      comments.map(entry),
    ),
  )
}
