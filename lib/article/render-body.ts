import { addHeadings, type Heading } from './mark-headings'
import { addSentences } from './mark-sentences'
import { markdownToHast } from './markdown-to-hast'
import { writeHtml } from './write-html'

export type RenderContext = {
  /** The size of an image, by its `src` as the editor wrote it; undefined when there is no such image. */
  imageSize(src: string): { width: number; height: number } | undefined
  /** The address at which readers get the image. */
  mediaUrl(src: string): string
  /** Put before every id, where several bodies share a page. */
  idPrefix?: string
}

export type RenderedBody = {
  html: string
  headings: Heading[]
  sentences: { id: string; text: string }[]
}

/** Markdown to safe HTML in which every heading and every sentence has an id. */
export function renderBody(body: string, context: RenderContext): RenderedBody {
  const prefix = context.idPrefix ?? ''
  const tree = markdownToHast(body, prefix)
  const headings = addHeadings(tree, prefix)
  const sentences = addSentences(tree, prefix)
  return { html: writeHtml(tree), headings, sentences }
}
