import { isRemote } from '@/lib/article/media-src'
import { oneSpaced } from '@/lib/language/sentences'
import { withoutHidden } from './hidden-html'
import { blocksHtml, isTight } from './lexer/block-html'
import { type Block, type Lexed, lexBlocks } from './lexer/block-lexer'
import type { Container } from './lexer/containers'
import { htmlTexts, isPhrasing } from './lexer/html-texts'
import { CALL_OUT, TASK } from './lexer/inline-marks'
import { type Inline, type InlineText, inlineText } from './lexer/inline-text'
import { cellsOf } from './lexer/table-cells'
import { rawTags } from './raw-html'

/** `prose` is what consists of sentences: paragraphs anywhere except in footnotes. */
export type TextKind = 'prose' | 'heading' | 'table' | 'code' | 'html' | 'note'

export type TextBlock = { kind: TextKind; text: string }

/** Decides by a block's kind and Markdown whether to read it: reading blocks takes longer than finding them. */
type Wanted = (kind: TextKind, markdown: string) => boolean

type References = Pick<Inline, 'definitions' | 'isNote'>

/**
 * The words of a body as its page shows them, block by block, with single spaces. A lexer finds them, since a full Markdown
 * tree costs many times as much.
 */
export function textBlocks(body: string, isWanted: Wanted = () => true): TextBlock[] {
  const lexed = lexBlocks(body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body)
  const { definitions, notes } = lexed
  const read = needsTree(body, lexed) ? readTree : readEach
  const shown = new Set<Container>()
  const isNote = (label: string) => {
    const note = notes.get(label)
    if (note) shown.add(note)
    return note !== undefined
  }
  const groups = byNote(lexed)
  const texts = read(groups.get(undefined) ?? [], { definitions, isNote }, isWanted)
  // A footnote may refer to others, which then follow it; a footnote that nothing refers to isn't shown.
  for (const note of shown) {
    const wanted: Wanted = (_kind, markdown) => isWanted('note', markdown)
    const blocks = read(groups.get(note) ?? [], { definitions, isNote }, wanted)
    texts.push(...blocks.map(({ text }): TextBlock => ({ kind: 'note', text })))
  }
  return texts.filter(({ text }) => text !== '')
}

/** The blocks of each footnote, and those outside footnotes. */
function byNote({ blocks, notes }: Lexed): Map<Container | undefined, readonly Block[]> {
  if (notes.size === 0) return new Map([[undefined, blocks]])
  const groups = new Map<Container | undefined, Block[]>()
  for (const block of blocks) {
    const note = noteOf(block.container)
    const group = groups.get(note)
    if (group) group.push(block)
    else groups.set(note, [block])
  }
  return groups
}

function noteOf(container: Container | undefined): Container | undefined {
  return container?.kind === 'note' ? container : container && noteOf(container.parent)
}

/**
 * Whether the page's text depends on HTML elements around the words, or on how tightly a list item's blocks are spaced:
 * then the blocks are read as HTML.
 */
function needsTree(body: string, { blocks, notes }: Lexed): boolean {
  if (body.includes('<')) {
    for (const [, name = ''] of body.matchAll(/<\/?([a-z][a-z0-9-]*)(?=[\s/>])/gi)) {
      if (!isPhrasing(name)) return true
    }
    if (blocks.some(isShownHtml)) return true
  }
  return [...notes.values()].some(({ parent }) => parent?.kind === 'item')
}

const isShownHtml = ({ kind, container, lines }: Block) =>
  kind === 'html' && (container?.kind === 'item' || withoutHidden(lines.join('\n')).trim() !== '')

function readEach(blocks: readonly Block[], references: References, isWanted: Wanted): TextBlock[] {
  const inline = { ...references, ...AS_TEXT }
  const texts: TextBlock[] = []
  for (const block of blocks) {
    const { kind } = block
    const markdown = block.lines.join('\n')
    if (kind === 'html' || kind === 'gap' || !isWanted(kind, markdown)) continue
    const { text, caption } = readBlock(block, markdown, inline, block === blocks.at(-1))
    if (caption === undefined) texts.push({ kind, text: oneSpaced(text) })
    else if (isWanted('html', caption)) texts.push({ kind: 'html', text: oneSpaced(caption) })
  }
  return texts
}

function readTree(blocks: readonly Block[], references: References, isWanted: Wanted) {
  const inline = { ...references, ...AS_HTML }
  const html = blocksHtml(blocks, (block) =>
    readBlock(block, block.lines.join('\n'), inline, block === blocks.at(-1)),
  )
  return htmlTexts(html)
    .map(({ kind, text }): TextBlock => ({ kind, text: oneSpaced(text) }))
    .filter(({ kind, text }) => isWanted(kind, text))
}

function readBlock(block: Block, markdown: string, inline: Inline, isLast: boolean): InlineText {
  if (block.kind === 'code') return { text: inline.text(markdown) }
  if (block.kind === 'table') {
    const cells = block.lines.flatMap((row) => cellsOf(row).slice(0, block.columns))
    return { text: cells.map((cell) => inlineText(cell, inline).text).join(' ') }
  }
  const { kind, opensItem, container } = block
  const isTask = kind === 'prose' && opensItem && TASK.test(markdown)
  const isQuoted = kind === 'prose' && container?.kind === 'quote'
  const unmarked = isTask ? markdown.replace(TASK, '') : markdown.trim()
  const source = (isQuoted ? unmarked.replace(CALL_OUT, '') : unmarked).trim()
  const { text, caption } = inlineText(source, inline)
  // Only an image alone in its paragraph becomes a figure; a footnote's last paragraph also has the links back.
  const isAlone = !isTask && !isTight(block) && !(isLast && container?.kind === 'note')
  const isFigure = kind === 'prose' && isAlone
  return caption !== undefined && isFigure ? { text, caption: inline.text(caption) } : { text }
}

const AS_HTML: Pick<Inline, 'text' | 'html'> = {
  text: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  html: withoutHidden,
}

const AS_TEXT: typeof AS_HTML = { text: (text) => text, html: tagText }

/** A line break, or the alt text of an image on another site, which the page shows as a link. */
function tagText(html: string): string {
  const [tag] = rawTags(html)
  if (tag?.name === 'br') return '\n'
  if (tag?.name !== 'img') return ''
  const src = tag.attributes.get('src') ?? ''
  return src === '' || isRemote(src) ? tag.attributes.get('alt') || src : ''
}
