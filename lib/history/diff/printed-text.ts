import type { Article } from '@/lib/article/article'
import { plainText } from '@/lib/markdown/plain-text'

/** In reading order. */
export const PART_KINDS = ['headline', 'standfirst', 'caption', 'text', 'correction'] as const

export type PartKind = (typeof PART_KINDS)[number]

/** A piece of the printed text: a headline, a paragraph, one correction. */
export type Part = { kind: PartKind; text: string }

/** An article's printed text in reading order, as plain text: what the comparison of two versions uses. */
export function printedText(
  article: Pick<Article, 'title' | 'description' | 'image' | 'body' | 'corrections'>,
): Part[] {
  const { title, description, image, body, corrections } = article
  const parts: Part[] = [{ kind: 'headline', text: title }]
  if (description !== undefined) parts.push({ kind: 'standfirst', text: description })
  if (image?.caption !== undefined) parts.push({ kind: 'caption', text: image.caption })
  for (const text of plainText(body).split('\n\n')) {
    if (text !== '') parts.push({ kind: 'text', text })
  }
  return [...parts, ...corrections.map(({ text }) => ({ kind: 'correction', text }) satisfies Part)]
}
