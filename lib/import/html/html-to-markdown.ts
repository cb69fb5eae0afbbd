import { Parser } from 'htmlparser2'
import TurndownService from 'turndown'
import { addBlockRules } from './block-rules'
import { escapeText } from './escape-text'
import { addInlineRules } from './inline-rules'
import { addMediaRules } from './media-rules'
import type { Surroundings } from './surroundings'

/** Nobody sees the difference from one space, but patterns would read such a run again for each of its characters. */
const SPACE_RUN = /(?:[\s\u00a0]|&nbsp;){200,}/g

/** The site nests 24 deep; what is far deeper takes a converter minutes. */
const MAX_DEPTH = 200

/** Throws a RangeError, as the converter would at the end of its stack. */
function refuseDeep(html: string): void {
  let depth = 0
  const parser = new Parser({
    onopentag: () => {
      depth++
      if (depth > MAX_DEPTH) throw new RangeError('HTML is nested too deep')
    },
    onclosetag: () => {
      depth--
    },
  })
  parser.end(html)
}

/**
 * HTML of another system as our Markdown. Scripts, styles and forms vanish with a mark; elements of the allow-list that
 * Markdown lacks stay as HTML. Throws a RangeError for HTML that is nested too deep.
 */
export function htmlToMarkdown(html: string, around: Surroundings): string {
  refuseDeep(html)
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
