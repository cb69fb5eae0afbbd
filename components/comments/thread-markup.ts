import { formatMoment } from '@/lib/article/dates'
import type { Comment } from '@/lib/comments/comment'
import { renderComment } from '@/lib/comments/render-comment'
import type { Thread } from '@/lib/comments/threads'
import { articleCommentsPath, commentPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, filled, type Words, wordsOf } from '@/lib/words/words'
import text from './comment-text.module.css'
import comments from './comment-view.module.css'
import { firstWords } from './first-words'
import { Markup, markup } from './markup'
import styles from './thread-list.module.css'

export type Place = {
  site: Site
  /** The page of comments they are on, where a reply is begun; undefined when no replies are taken. */
  replyFromPage: number | undefined
}

/**
 * The items of a list of threads with the replies below them, three steps to the right at most (lib/comments/threads).
 * Written as HTML, since a hundred comments are 1,600 elements, which React would render twice and write a third time:
 * that would take as long as all the rest of an article.
 */
export function threadItems(threads: readonly Thread[], place: Place): Markup[] {
  return threads.map(
    ({ comment, replies, inReplyTo }) =>
      markup`<li id="comment-${comment.id}" class="${styles.thread}">${commentMarkup(comment, inReplyTo, place)}${repliesMarkup(replies, place)}</li>`,
  )
}

const repliesMarkup = (replies: readonly Thread[], place: Place) =>
  replies.length === 0
    ? undefined
    : markup`<ol class="${styles.threads}">${threadItems(replies, place)}</ol>`

/** One comment, or the place where one was. */
function commentMarkup(comment: Comment, inReplyTo: Comment | undefined, place: Place): Markup {
  if (comment.state !== 'approved')
    return markup`<p class="${comments.gone}">${wordsOf(place.site).comments.removed}</p>`
  const words = new Markup(renderComment(comment.text))
  return markup`<article aria-labelledby="by-${comment.id}">${headMarkup(comment, inReplyTo, place)}<div class="${text.text}" dir="auto">${words}</div>${replyMarkup(comment, place)}</article>`
}

function headMarkup(
  { id, name, byEditor, created, edited }: Comment,
  inReplyTo: Comment | undefined,
  { site }: Place,
): Markup {
  const time = formatMoment({ at: created, precision: 'minute' }, site)
  const words = wordsOf(site).comments
  const editor = byEditor
    ? markup`<span class="${comments.editor}">${words.editor}</span>`
    : undefined
  const changed = edited ? markup`<span>${words.edited}</span>` : undefined
  const answered = inReplyTo && answeredMarkup(inReplyTo, words)
  return markup`<p class="${comments.head}"><bdi class="${comments.name}" id="by-${id}">${name}</bdi>${editor}${answered}<a href="${commentPath(id)}"><time-ago><time datetime="${time.dateTime}">${time.text}</time></time-ago></a>${changed}</p>`
}

/** Where the step to the right isn't shown: whom it answers, and on what. */
function answeredMarkup({ id, name, text }: Comment, words: Words['comments']): Markup {
  const parts =
    name === ''
      ? [words.inReplyToRemoved]
      : filled(words.inReplyTo, { name: markup`<bdi>${name}</bdi>` })
  const quote = text === '' ? undefined : markup`<q>${firstWords(text)}</q>`
  return markup`<a class="${comments.answered}" href="#comment-${id}">${parts.map((part) => (typeof part === 'string' ? markup`${part}` : part))} ${quote}</a>`
}

function replyMarkup({ id, name, article }: Comment, { replyFromPage, site }: Place) {
  if (replyFromPage === undefined) return undefined
  const words = wordsOf(site).comments
  const href = articleCommentsPath(article, replyFromPage, 'respond', { replytocom: id })
  return markup`<a class="${comments.reply}" rel="nofollow" href="${href}" aria-label="${fill(words.replyTo, { name })}">${words.reply}</a>`
}
