import { escapeHtml } from './escape-html'

/** A longer address is a payload, and stays text. */
const LINK_MAX_LENGTH = 2000
/** Search engines give no credit for the link, and its target learns nothing about the reader. */
const LINK_REL = 'nofollow ugc noopener noreferrer'
const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

// Each alternative stops at the next mark of its own kind, so that no input makes it examine a character more than a few
// times: nothing can overflow or slow it down.
const CODE = /(?<!`)(?<ticks>`+)(?!`)(?<code>[\s\S]*?[^`])\k<ticks>(?!`)/u
const STRONG = /\*\*(?=[^\s*])(?<strong>(?:[^*]|\*(?!\*))*)(?<=\S)\*\*/u
const STAR = /(?<![\p{L}\p{N}*])\*(?=[^\s*])(?<star>[^*]*)(?<=\S)\*(?![\p{L}\p{N}*])/u
const UNDERSCORE = /(?<![\p{L}\p{N}_])_(?=[^\s_])(?<underscore>[^_]*)(?<=\S)_(?![\p{L}\p{N}_])/u
const LINK = /\[(?<label>[^[\]]+)\]\((?<target>[^()\s]+)\)/u
const ANGLED = /<(?<angled>(?:https?:\/\/|mailto:)[^\s<>]+)>/u
const BARE = /(?<![\p{L}\p{N}/.@-])(?<bare>(?:https?:\/\/|mailto:)[^\s<>"'`*]+)/u

const union = (...parts: RegExp[]) => new RegExp(parts.map((part) => part.source).join('|'), 'giu')
const WITH_LINKS = union(CODE, STRONG, STAR, UNDERSCORE, LINK, ANGLED, BARE)
const WITHOUT_LINKS = union(CODE, STRONG, STAR, UNDERSCORE)

/** The address in the one form that a link may use; undefined for anything else, which stays text. */
function safeHref(target: string): string | undefined {
  if (target.length > LINK_MAX_LENGTH || !URL.canParse(target)) return undefined
  const url = new URL(target)
  // `https://bank.example@evil.example` shows one host and opens another.
  if (!LINK_PROTOCOLS.has(url.protocol) || url.username !== '' || url.password !== '') {
    return undefined
  }
  return url.href
}

function link(target: string, labelHtml: string): string | undefined {
  const href = safeHref(target)
  if (href === undefined) return undefined
  return `<a href="${escapeHtml(href)}" rel="${LINK_REL}">${labelHtml}</a>`
}

const count = (text: string, character: string) => text.split(character).length - 1

/** Punctuation after a bare address belongs to the sentence, and so does a closing bracket that the address didn't open. */
function cutSentenceEnd(address: string): string {
  let unopened = count(address, ')') - count(address, '(')
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ')' ? unopened-- <= 0 : !/[.,;:!?\]}_~]/.test(last)) break
  }
  return address.slice(0, end)
}

function bareLink(address: string): string | undefined {
  if (address.length > LINK_MAX_LENGTH) return undefined
  const target = cutSentenceEnd(address)
  const html = link(target, escapeHtml(target))
  return html === undefined ? undefined : html + escapeHtml(address.slice(target.length))
}

type Groups = Record<string, string | undefined>

function renderMatch(groups: Groups, withLinks: boolean): string | undefined {
  const { code, strong, label, target, angled, bare } = groups
  const emphasis = groups.star ?? groups.underscore
  if (code !== undefined) return `<code>${escapeHtml(code.replace(/^ (.*\S.*) $/su, '$1'))}</code>`
  if (strong !== undefined) return `<strong>${renderInline(strong, withLinks)}</strong>`
  if (emphasis !== undefined) return `<em>${renderInline(emphasis, withLinks)}</em>`
  if (label !== undefined && target !== undefined) return link(target, renderInline(label, false))
  if (angled !== undefined) return link(angled, escapeHtml(angled))
  if (bare !== undefined) return bareLink(bare)
  return undefined
}

/** One paragraph's text as HTML: code, emphasis and links; every other character appears as typed. */
export function renderInline(text: string, withLinks = true): string {
  let html = ''
  let done = 0
  for (const match of text.matchAll(withLinks ? WITH_LINKS : WITHOUT_LINKS)) {
    const rendered = renderMatch(match.groups ?? {}, withLinks)
    if (rendered === undefined) continue
    html += escapeHtml(text.slice(done, match.index)) + rendered
    done = match.index + match[0].length
  }
  return html + escapeHtml(text.slice(done))
}
