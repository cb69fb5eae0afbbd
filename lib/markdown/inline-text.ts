import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { isRemote } from '@/lib/article/media-src'
import { isOpaque } from './allow-list'
import {
  AUTOLINK,
  ENTITY,
  flanks,
  NOTE_MARK,
  REFERENCE,
  SPECIAL,
  TAG,
  TARGET,
} from './inline-marks'
import { foldLabel } from './text-blocks'

type Delimiter = { char: string; count: number; at: number }
type Bracket = { at: number; source: number; image: boolean }

/** The words of a line of Markdown as a reader sees them: marks taken away, escapes and references resolved. */
export function inlineText(markdown: string, labels: ReadonlySet<string>): string {
  SPECIAL.lastIndex = 0
  return SPECIAL.test(markdown) ? new InlineReader(markdown, labels).read() : markdown
}

class InlineReader {
  private out: string[] = []
  private delimiters: Delimiter[] = []
  private brackets: Bracket[] = []
  private at = 0

  constructor(
    private readonly source: string,
    private readonly labels: ReadonlySet<string>,
  ) {}

  read(): string {
    while (this.at < this.source.length) {
      SPECIAL.lastIndex = this.at
      const next = SPECIAL.exec(this.source)?.index ?? this.source.length
      if (next > this.at) this.out.push(this.source.slice(this.at, next))
      this.at = next
      if (next < this.source.length) this.readMark(this.source.charAt(next))
    }
    return this.out.join('')
  }

  private readMark(mark: string): void {
    if (mark === '\\') {
      this.readEscape()
      return
    }
    if (mark === '`') {
      this.readCode()
      return
    }
    if (mark === '<') {
      this.readTag()
      return
    }
    if (mark === '&') {
      this.readEntity()
      return
    }
    if (mark === '[' || mark === '!') {
      this.readOpening(mark)
      return
    }
    if (mark === ']') {
      this.readClosing()
      return
    }
    this.readDelimiters(mark)
  }

  private match(pattern: RegExp, at = this.at): RegExpExecArray | undefined {
    pattern.lastIndex = at
    return pattern.exec(this.source) ?? undefined
  }

  private take(length: number, text: string): void {
    this.at += length
    this.out.push(text)
  }

  private readEscape(): void {
    const next = this.source.charAt(this.at + 1)
    if (next === '\n') this.take(2, '\n')
    else if (/[!-/:-@[-`{-~]/.test(next)) this.take(2, next)
    else this.take(1, '\\')
  }

  private readCode(): void {
    const run = this.match(/`+/y)?.[0] ?? '`'
    for (let from = this.at + run.length; ; ) {
      const start = this.source.indexOf(run, from)
      if (start === -1) {
        this.take(run.length, run)
        return
      }
      const found = this.match(/`+/y, start)?.[0] ?? run
      if (found.length === run.length) {
        const code = this.source.slice(this.at + run.length, start).replace(/^\s(.*\S.*)\s$/s, '$1')
        this.take(start + run.length - this.at, code)
        return
      }
      from = start + found.length
    }
  }

  private readTag(): void {
    const link = this.match(AUTOLINK)
    if (link) {
      this.take(link[0].length, link[1] ?? '')
      return
    }
    const tag = this.match(TAG)
    if (tag) {
      const name = /^<([a-z]+)/i.exec(tag[0])?.[1]?.toLowerCase() ?? ''
      const close = isOpaque(name) ? this.source.toLowerCase().indexOf(`</${name}`, this.at) : -1
      if (close > this.at) this.at = close - tag[0].length
      this.take(tag[0].length, /^<br\b/i.test(tag[0]) ? '\n' : '')
      return
    }
    this.take(1, '<')
  }

  private readEntity(): void {
    const found = this.match(ENTITY)
    if (!found) {
      this.take(1, '&')
      return
    }
    const [whole, decimal, hex, name] = found
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    const named = name === undefined ? undefined : decodeNamedCharacterReference(name)
    if (named === false) {
      this.take(1, '&')
      return
    }
    this.take(
      whole.length,
      named ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'),
    )
  }

  private readOpening(mark: string): void {
    const image = mark === '!'
    if (image && this.source.charAt(this.at + 1) !== '[') {
      this.take(1, '!')
      return
    }
    const note = image ? undefined : this.match(NOTE_MARK)
    if (note) {
      this.take(note[0].length, '')
      return
    }
    const text = image ? '![' : '['
    this.brackets.push({ at: this.out.length, source: this.at + text.length, image })
    this.take(text.length, text)
  }

  private readClosing(): void {
    const opener = this.brackets.pop()
    const end = opener && this.targetEnd(opener)
    if (!opener || end === undefined) {
      this.take(1, ']')
      return
    }
    this.out[opener.at] = ''
    this.delimiters = this.delimiters.filter((each) => each.at < opener.at)
    // One on another site is shown as a link with its alt text, so that is read too.
    const shown = isRemote(this.source.slice(this.at + 2, end).replace('<', ''))
    if (opener.image && !shown) this.out.length = opener.at
    this.at = end
  }

  /** Where the link or image ends whose text ends here, or undefined if it is neither. */
  private targetEnd(opener: Bracket): number | undefined {
    const after = this.at + 1
    const target = this.match(TARGET, after)
    if (target) return after + target[0].length
    const own = this.source.slice(opener.source, this.at)
    const reference = this.match(REFERENCE, after)
    const label = reference?.[1] ? reference[1] : own
    if (!this.labels.has(foldLabel(label))) return undefined
    return after + (reference?.[0].length ?? 0)
  }

  private readDelimiters(char: string): void {
    let end = this.at + 1
    while (this.source.charAt(end) === char) end += 1
    let count = end - this.at
    const { opens, closes } = flanks(
      char,
      this.source.slice(Math.max(0, this.at - 2), this.at),
      this.source.slice(end, end + 2),
    )
    const usable = char !== '~' || count <= 2
    while (closes && usable && count > 0) {
      const index = this.delimiters.findLastIndex(
        (each) => each.char === char && (char !== '~' || each.count === count),
      )
      const opener = this.delimiters[index]
      if (!opener) break
      const used = char === '~' ? count : Math.min(count, opener.count)
      opener.count -= used
      count -= used
      this.out[opener.at] = char.repeat(opener.count)
      this.delimiters.length = opener.count > 0 ? index + 1 : index
    }
    if (opens && usable && count > 0) this.delimiters.push({ char, count, at: this.out.length })
    this.at = end
    this.out.push(char.repeat(count))
  }
}
