import type { Element, Root, RootContent, Text } from 'hast'
import { OPAQUE, typesetRuns } from '@/lib/language/typography/typeset'
import { isFootnote, textOf } from './hast-walk'
import { BLOCKS } from './mark-sentences'

/** Text written for or by a machine keeps every character. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'img', 'picture', 'input'])
/** Elements with a text of their own, in addition to those that end a run of words. */
const OWN_TEXT = new Set(['li', 'td', 'th', 'tr', 'dt', 'dd', 'figcaption', 'summary'])
const ADDRESS = /^(?:(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+)$/i

/** The words of one block, in text order. */
type Run = (Text | typeof OPAQUE | '\n')[]

/**
 * Sets the punctuation of each block by the rules of the language, across its inline elements. Runs after the sentences
 * have their ids.
 */
export function addTypography(tree: Root, lang: string): void {
  visitBlock(tree, lang)
}

function visitBlock(block: Root | Element, lang: string): void {
  let run: Run = []
  const end = () => {
    setRun(run, lang)
    run = []
  }
  const visit = (node: RootContent): void => {
    if (node.type === 'text') run.push(node)
    if (node.type !== 'element') return
    const { tagName, properties } = node
    if (BLOCKS.has(tagName) || OWN_TEXT.has(tagName)) {
      end()
      if (!VERBATIM.has(tagName)) visitBlock(node, ownLanguage(properties, lang))
    } else if (tagName === 'br') run.push('\n')
    else if (isVerbatim(node)) run.push(OPAQUE)
    else if (ownLanguage(properties, lang) !== lang) {
      run.push(OPAQUE)
      visitBlock(node, ownLanguage(properties, lang))
    } else for (const child of node.children) visit(child)
  }
  for (const child of block.children) visit(child)
  end()
}

const ownLanguage = ({ lang }: Element['properties'], outer: string): string =>
  typeof lang === 'string' ? lang : outer

const isVerbatim = (node: Element): boolean =>
  VERBATIM.has(node.tagName) ||
  isFootnote(node) ||
  (node.tagName === 'a' && ADDRESS.test(textOf(node)))

function setRun(run: Run, lang: string): void {
  const set = typesetRuns(
    run.map((part) => (typeof part === 'string' ? part : part.value)),
    lang,
  )
  for (const [i, part] of run.entries()) if (typeof part !== 'string') part.value = set[i] ?? ''
}
