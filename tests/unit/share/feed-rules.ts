import { all, type Node, one, readXml } from './read-xml'

/**
 * The W3C feed validator's rules (https://validator.w3.org/feed/docs/), as far as they need no network: which elements must
 * and may occur, how often, and what each may contain.
 */
type Rules = Record<string, { from: 0 | 1; to?: 1; check?: (text: string) => boolean }>

const RFC_822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/

const matches = (pattern: RegExp) => (text: string) => pattern.test(text)
const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const isLanguage = (text: string) => Intl.getCanonicalLocales(text).length === 1
const isText = (text: string) => text.trim() !== ''
/** ContainsScript, ContainsRelRef. */
const isSafeHtml = (html: string) =>
  !/<(script|style|iframe|form|input|object)\b|\son\w+=|\sstyle=/i.test(html) &&
  [...html.matchAll(/\s(?:href|src|cite)="([^"]*)"/g)].every(([, to = '']) => URL.canParse(to))

const CHANNEL: Rules = {
  title: { from: 1, to: 1, check: isText },
  link: { from: 1, to: 1, check: isAddress },
  description: { from: 1, to: 1, check: isText },
  language: { from: 0, to: 1, check: isLanguage },
  lastBuildDate: { from: 0, to: 1, check: matches(RFC_822) },
  'atom:link': { from: 1, to: 1 },
  item: { from: 0 },
}
const ITEM: Rules = {
  title: { from: 1, to: 1, check: isText },
  link: { from: 1, to: 1, check: isAddress },
  guid: { from: 1, to: 1, check: isText },
  pubDate: { from: 1, to: 1, check: matches(RFC_822) },
  'atom:updated': { from: 0, to: 1, check: matches(RFC_3339) },
  'dc:creator': { from: 0, check: isText },
  category: { from: 0, check: isText },
  description: { from: 0, to: 1, check: isText },
  'content:encoded': { from: 0, to: 1, check: isSafeHtml },
  'media:content': { from: 0, to: 1 },
  'media:thumbnail': { from: 0, to: 1 },
}
const FEED: Rules = {
  id: { from: 1, to: 1, check: isAddress },
  title: { from: 1, to: 1, check: isText },
  subtitle: { from: 0, to: 1, check: isText },
  updated: { from: 1, to: 1, check: matches(RFC_3339) },
  link: { from: 1 },
  icon: { from: 0, to: 1, check: isAddress },
  author: { from: 1 },
  entry: { from: 0 },
}
const ENTRY: Rules = {
  id: { from: 1, to: 1, check: isAddress },
  title: { from: 1, to: 1, check: isText },
  link: { from: 1 },
  published: { from: 1, to: 1, check: matches(RFC_3339) },
  updated: { from: 1, to: 1, check: matches(RFC_3339) },
  author: { from: 0 },
  category: { from: 0 },
  summary: { from: 0, to: 1, check: isText },
  content: { from: 1, to: 1, check: isSafeHtml },
  'media:thumbnail': { from: 0, to: 1 },
}

function check(node: Node, rules: Rules): string[] {
  const faults = node.children
    .filter(({ name }) => !(name in rules))
    .map(({ name }) => `UndefinedElement ${name} in ${node.name}`)
  for (const [name, { from, to = Infinity, check: isRight = () => true }] of Object.entries(
    rules,
  )) {
    const found = all(node, name)
    if (found.length < from) faults.push(`MissingElement ${name} in ${node.name}`)
    if (found.length > to) faults.push(`DuplicateElement ${name} in ${node.name}`)
    const wrong = found.filter(({ text }) => !isRight(text))
    faults.push(...wrong.map(({ text }) => `InvalidValue of ${name} in ${node.name}: ${text}`))
  }
  return faults
}

const unique = (name: string, values: string[]) =>
  new Set(values).size === values.length ? [] : [`DuplicateIds: ${name}`]

export function rssFaults(xml: string, self: string): string[] {
  const rss = readXml(xml)
  const channel = one(rss, 'channel')
  const items = all(channel, 'item')
  const link = one(channel, 'atom:link').attributes
  return [
    ...(rss.attributes.version === '2.0' ? [] : ['InvalidVersion']),
    ...(link.rel === 'self' && link.href === self ? [] : ['SelfDoesntMatchLocation']),
    ...check(channel, CHANNEL),
    ...items.flatMap((item) => check(item, ITEM)),
    ...unique(
      'guid',
      items.flatMap((item) => all(item, 'guid').map(({ text }) => text)),
    ),
  ]
}

export function atomFaults(xml: string, self: string): string[] {
  const feed = readXml(xml)
  const entries = all(feed, 'entry')
  const links = (node: Node) => all(node, 'link').map(({ attributes }) => attributes)
  const named = (node: Node) => all(node, 'author').map((author) => one(author, 'name').text)
  const nodes = [feed, ...entries]
  return [
    ...(feed.attributes.xmlns === 'http://www.w3.org/2005/Atom' ? [] : ['InvalidNamespace']),
    ...(links(feed).some(({ rel, href }) => rel === 'self' && href === self)
      ? []
      : ['MissingSelf']),
    ...check(feed, FEED),
    ...entries.flatMap((entry) => check(entry, ENTRY)),
    ...unique(
      'id',
      nodes.flatMap((node) => all(node, 'id').map(({ text }) => text)),
    ),
    ...nodes.flatMap((node) => [
      // DuplicateAtomLink: only one page of each type that says the same.
      ...unique(
        'link',
        links(node).map(({ rel, type }) => `${rel} ${type}`),
      ),
      ...links(node).flatMap(({ href = '' }) => (isAddress(href) ? [] : [`InvalidLink ${href}`])),
      ...named(node).flatMap((name) => (isText(name) ? [] : ['MissingName'])),
    ]),
    ...entries.flatMap((entry) =>
      one(entry, 'content').attributes.type === 'html' ? [] : ['InvalidMIMEType'],
    ),
  ]
}
