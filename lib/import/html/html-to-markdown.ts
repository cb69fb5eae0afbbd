import TurndownService from 'turndown'
import { addBlockRules } from './block-rules'
import { escapeText } from './escape-text'
import { addInlineRules } from './inline-rules'
import { addMediaRules } from './media-rules'
import type { Surroundings } from './surroundings'

/** Editors indent with them; a page of them would be read again for each. */
const SPACE_RUN = /(?:\u00a0|&nbsp;){4,}/g

/**
 * HTML of another system as our Markdown. Scripts, styles and forms vanish with a mark; elements of the allow-list that
 * Markdown lacks stay as HTML. Throws a RangeError for HTML nested deeper than the stack.
 */
export function htmlToMarkdown(html: string, around: Surroundings): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  })
  const own = service.escape.bind(service)
  service.escape = (text) => escapeText(text, own)
  addInlineRules(service, around)
  addBlockRules(service, around)
  addMediaRules(service, around)
  return service.turndown(html.replace(SPACE_RUN, ' ')).trim()
}
