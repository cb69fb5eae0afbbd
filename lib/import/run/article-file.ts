import { Document, isCollection } from 'yaml'
import type { Placed } from '../html/surroundings'
import type { OldText } from '../old-text'
import type { Filed } from './mapping'

export type Fields = Record<string, unknown>

type Parts = {
  text: Omit<OldText, 'body' | 'marks'>
  filed: Filed
  title: string
  aliases: readonly string[]
  image: { placed: Placed; alt: string } | undefined
}

/** The front matter of an article, in the order in which the guide names the fields. */
export function articleFrontMatter({ text, filed, title, aliases, image }: Parts): Fields {
  const { date, description, hidden, fields } = text
  const { updated, expires, lang, canonical, translationOf, lead, comments } = fields
  return {
    title,
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description }),
    ...(filed.authors.length > 0 && { authors: filed.authors }),
    ...(filed.section !== undefined && { section: filed.section }),
    ...(filed.tags.length > 0 && { tags: filed.tags }),
    ...(image && 'src' in image.placed && { image: imageField(image.placed.src, image.alt, text) }),
    ...(updated !== undefined && { updated }),
    ...(expires !== undefined && { expires }),
    ...(hidden !== undefined && { draft: true }),
    ...(lead && { lead }),
    ...(canonical !== undefined && { canonical }),
    ...(lang !== undefined && { lang }),
    ...(translationOf !== undefined && { translationOf }),
    ...(comments !== undefined && { comments }),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
  }
}

function imageField(src: string, alt: string, { image }: Parts['text']): Fields {
  const caption = image?.caption
  return {
    src,
    alt,
    ...(image?.credit && { credit: image.credit }),
    ...(caption && { caption }),
  }
}

/** Plain pages have few fields, and no draft: a hidden page isn't written. */
export function pageFrontMatter({ text, title }: Pick<Parts, 'text' | 'title'>): Fields {
  const { updated, lang } = text.fields
  return {
    title,
    ...(text.description !== undefined && { description: text.description }),
    ...(updated !== undefined && { updated }),
    ...(lang !== undefined && { lang }),
  }
}

/** A whole file. Maps and short lists are on one line each. */
export function contentFile(fields: Fields, body: string): string {
  const document = new Document(fields)
  for (const key of Object.keys(fields)) {
    const node = document.get(key, true)
    if (isCollection(node) && key !== 'aliases') node.flow = true
  }
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false })
  return `---\n${yaml}---\n\n${body.trim()}\n`
}
