import type { Element, ElementContent, Root } from 'hast'
import type { Words } from '@/lib/words/words'
import { element, elementsOf, textOf } from './hast-walk'
import { CALL_OUT } from './lexer/inline-marks'

/**
 * Turns a quotation that starts with `[!NOTE]` into a call-out and removes the mark. Runs before the sentences are marked,
 * because the mark is part of none of them, in the lexer either.
 */
export function addCallOuts(tree: Root, labels: Words['article']['callouts']): void {
  // GitHub's kinds: https://docs.github.com/en/get-started/writing-on-github
  const named = new Map(Object.entries(labels))
  for (const quotation of elementsOf(tree)) {
    if (quotation.tagName !== 'blockquote') continue
    const kinds = quotation.children.flatMap((child) => takeMark(child) ?? [])
    const [kind] = kinds
    if (kind === undefined) continue
    quotation.tagName = 'div'
    quotation.properties = { role: 'note', className: ['callout'], ariaLabel: named.get(kind) }
    quotation.children = quotation.children.filter(
      (child) => child.type !== 'element' || child.tagName !== 'p' || child.children.length > 0,
    )
  }
}

function takeMark(paragraph: ElementContent): string | undefined {
  if (paragraph.type !== 'element' || paragraph.tagName !== 'p') return undefined
  const [first] = paragraph.children
  const [mark = '', kind] = first?.type === 'text' ? (CALL_OUT.exec(first.value) ?? []) : []
  if (first?.type !== 'text' || kind === undefined) return undefined
  first.value = first.value.slice(mark.length)
  if (first.value === '') paragraph.children.shift()
  return kind.toLowerCase()
}

/** A quotation longer than this is text to read, not one to display. */
const LONG = 400
/** The source of a quotation is a last paragraph that starts with a dash. */
const ATTRIBUTION = /^\s*(?:—|–|--)\s*(?=\S)/

/**
 * Makes a short quotation with a source a pull quote, and sets a long one as text. Runs after the sentences have their ids.
 */
export function addQuotations(tree: Root): void {
  for (const quotation of elementsOf(tree)) {
    if (quotation.tagName !== 'blockquote') continue
    if (textOf(quotation).replace(/\s+/g, ' ').length > LONG)
      quotation.properties.className = ['long']
    else addAttribution(quotation)
  }
}

function addAttribution(quotation: Element): void {
  const parts = quotation.children.filter((child) => child.type === 'element')
  const last = parts.at(-1)
  if (parts.length < 2 || last?.tagName !== 'p' || !ATTRIBUTION.test(textOf(last))) return
  const said = parts.slice(0, -1)
  cutStart(last, ATTRIBUTION.exec(textOf(last))?.[0].length ?? 0)
  quotation.tagName = 'figure'
  quotation.properties = { className: ['pull'] }
  quotation.children = [element('blockquote', {}, said), element('figcaption', {}, last.children)]
}

/** Removes this many characters from the start of a text. */
function cutStart(node: Element, length: number): void {
  let left = length
  for (const child of node.children) {
    if (left === 0) return
    if (child.type === 'text') {
      const cut = Math.min(left, child.value.length)
      child.value = child.value.slice(cut)
      left -= cut
    } else if (child.type === 'element') {
      const before = textOf(child).length
      cutStart(child, left)
      left -= before - textOf(child).length
    }
  }
}
