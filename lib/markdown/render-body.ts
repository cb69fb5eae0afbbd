import type { Root } from 'hast'
import { type Paper, wordsOf } from '@/lib/words/words'
import { markdownProblem } from './bounds/markdown-problem'
import { element } from './hast-walk'
import { type AttachmentContext, addAttachments } from './mark-attachments'
import { addDirections } from './mark-direction'
import { addHeadings, type Heading } from './mark-headings'
import { addAltTexts, addImages, type ImageContext } from './mark-images'
import { addLinks } from './mark-links'
import { addCallOuts, addQuotations } from './mark-quotations'
import { addScrollers } from './mark-scrollers'
import { addSentences, type MarkedSentences } from './mark-sentences'
import { addTaskNames } from './mark-tasks'
import { markdownToHast } from './markdown-to-hast'
import { addTypography } from './set-type'
import { writeHtml } from './write-html'

export type RenderContext = ImageContext &
  AttachmentContext & {
    /** A prefix for every id, where several bodies share a page. */
    idPrefix?: string
    /** BCP 47; sentences end differently in some languages. */
    lang?: string
    /** The language whose rules punctuation follows; absent to leave it as it was typed. */
    typeset?: string | undefined
    /** Decides the words for notes and call-outs; absent: English ones. */
    paper?: Paper
    /** Paid for by an advertiser: its links are marked for search engines. */
    sponsored?: boolean
  }

export type RenderedBody = { html: string; headings: Heading[] } & MarkedSentences

/**
 * Renders Markdown to safe HTML in which every heading (`h-…`) and every sentence (`s-…`) has an id. Never throws: a body
 * beyond the limits, which `parseArticle` refuses, becomes paragraphs of plain text.
 */
export function renderBody(body: string, context: RenderContext): RenderedBody {
  const prefix = context.idPrefix ?? ''
  const { paper = ENGLISH } = context
  const words = wordsOf(paper).article
  const tree = markdownProblem(body) ? paragraphs(body) : markdownToHast(body, prefix, paper)
  addLinks(tree, context.sponsored)
  addImages(tree, context)
  const headings = addHeadings(tree, prefix)
  addCallOuts(tree, words.callouts)
  const marked = addSentences(tree, prefix, context.lang)
  addAltTexts(tree)
  addAttachments(tree, context, paper)
  if (context.typeset !== undefined) addTypography(tree, context.typeset)
  addQuotations(tree)
  addTaskNames(tree)
  addScrollers(tree, words.table)
  addDirections(tree)
  return { html: writeHtml(tree), headings, ...marked }
}

const ENGLISH: Paper = { lang: 'en' }

function paragraphs(body: string): Root {
  const texts = body.split(/\n{2,}/)
  return {
    type: 'root',
    children: texts.map((value) => element('p', {}, [{ type: 'text', value }])),
  }
}
