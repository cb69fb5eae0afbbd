import { isRemote } from '@/lib/article/media-src'
import { addressEnd } from './address-literal'
import { type Kind, kindOf, pairRuns, type Run, runOf } from './emphasis'
import { ADDRESS_SIGN, NOTE_MARK, SPECIAL, SPECIAL_OR_ADDRESS } from './inline-marks'
import { type Missing, pieceAt } from './inline-pieces'
import { foldLabel, type LinkTarget, labelAt, resourceAt } from './link-target'

/** What inline Markdown may refer to, and how to write its words and tags. */
export type Inline = {
  definitions: ReadonlyMap<string, LinkTarget>
  /** Whether a footnote has this label: then this is its mark. */
  isNote(label: string): boolean
  text(text: string): string
  html(tag: string): string
}

/** The words of inline Markdown, and the caption if it is only an image. */
export type InlineText = { text: string; caption?: string }

/** A square bracket that may start a link or an image. */
type Bracket = { at: number; source: number; runs: number; isImage: boolean; isDead: boolean }

/** Inline Markdown as readers see it: without marks, and with escapes and references resolved. */
export function inlineText(markdown: string, inline: Inline): InlineText {
  SPECIAL.lastIndex = 0
  if (!SPECIAL.test(markdown)) return { text: inline.text(markdown) }
  return new InlineReader(markdown, inline).read()
}

class InlineReader {
  private readonly out: string[] = []
  private readonly runs: Run[] = []
  private readonly brackets: Bracket[] = []
  private readonly missing: Missing = new Set()
  private readonly next: RegExp
  private firstKind: Kind | undefined
  private caption: string | undefined
  private at = 0

  constructor(
    private readonly source: string,
    private readonly inline: Inline,
  ) {
    this.next = ADDRESS_SIGN.test(source) ? SPECIAL_OR_ADDRESS : SPECIAL
  }

  read(): InlineText {
    const { source, next } = this
    while (this.at < source.length) {
      next.lastIndex = this.at
      const mark = next.exec(source)?.index ?? source.length
      if (mark > this.at) this.takeText(mark)
      if (mark < source.length) this.readMark(source.charAt(mark))
    }
    this.pair(0, this.firstKind ?? 'emphasis')
    const text = this.out.join('')
    return this.caption === undefined ? { text } : { text, caption: this.caption }
  }

  private take(end: number, written: string): void {
    this.at = end
    this.out.push(written)
  }

  private takeText(end: number): void {
    this.take(end, this.inline.text(this.source.slice(this.at, end)))
  }

  private readMark(mark: string): void {
    const { source, at } = this
    const address = this.next === SPECIAL_OR_ADDRESS && /[a-z0-9+._-]/i.test(mark)
    // The page's parser finds no address inside what may be a link.
    const end = address && this.brackets.length === 0 ? addressEnd(source, at) : undefined
    if (end !== undefined) this.takeText(end)
    else if (/[*_~]/.test(mark)) this.readRun(mark)
    else if (mark === '[' || (mark === '!' && source.charAt(at + 1) === '['))
      this.readOpening(mark === '!')
    else if (mark === ']') this.readClosing()
    else if (address) this.takeText(at + 1)
    else {
      const piece = pieceAt(source, at, this.missing)
      this.take(
        piece.end,
        'html' in piece ? this.inline.html(piece.html) : this.inline.text(piece.text),
      )
    }
  }

  private readRun(char: string): void {
    const { source, at } = this
    let end = at + 1
    while (source.charAt(end) === char) end += 1
    if (char !== '~' || end - at === 2) {
      const run = runOf(source, at, end, this.out.length)
      this.firstKind ??= kindOf(run)
      this.runs.push(run)
    }
    this.take(end, source.slice(at, end))
  }

  private readOpening(isImage: boolean): void {
    NOTE_MARK.lastIndex = this.at
    const note = NOTE_MARK.exec(this.source)
    if (note && this.inline.isNote(foldLabel(note[1] ?? ''))) {
      this.take(this.at + note[0].length, '')
      return
    }
    const source = this.at + (isImage ? 2 : 1)
    const { length: at } = this.out
    this.brackets.push({ at, source, runs: this.runs.length, isImage, isDead: false })
    this.takeText(source)
  }

  private readClosing(): void {
    const opening = this.brackets.pop()
    const label = opening && this.source.slice(opening.source, this.at)
    const target = opening && !opening.isDead && this.targetOf(label ?? '')
    if (!opening || !target) {
      if (
        opening?.isImage &&
        label?.startsWith('^') &&
        this.inline.isNote(foldLabel(label.slice(1)))
      ) {
        // An exclamation mark before a footnote's.
        this.cut(opening)
        this.take(this.at + 1, '!')
      } else this.takeText(this.at + 1)
      return
    }
    this.pair(opening.runs, 'strike')
    this.out[opening.at] = ''
    if (opening.isImage) this.showImage(opening, target.value, target.end)
    else for (const bracket of this.brackets) bracket.isDead ||= !bracket.isImage
    this.at = target.end
  }

  /** The target of the link or image whose words end here. */
  private targetOf(label: string): ReturnType<typeof resourceAt> {
    const { source, inline } = this
    const end = this.at + 1
    const resource = resourceAt(source, end)
    if (resource) return resource
    const named = source.charAt(end) === '[' ? labelAt(source, end) : undefined
    const value = named && inline.definitions.get(foldLabel(named.value))
    if (named && value) return { value, end: named.end }
    const own = label.length < 1000 ? inline.definitions.get(foldLabel(label)) : undefined
    if (!own) return undefined
    if (source.startsWith('[]', end)) return { value: own, end: end + 2 }
    return source.charAt(end) === '[' ? undefined : { value: own, end }
  }

  /** The page shows an image on another site as a link with its alt text, so that text counts too. */
  private showImage(opening: Bracket, { url, title }: LinkTarget, end: number): void {
    if (url === '' || isRemote(url)) {
      if (this.out.slice(opening.at).join('') === '') this.out.push(this.inline.text(url))
      return
    }
    this.cut(opening)
    const isAlone = opening.source === 2 && end === this.source.length
    if (isAlone && title) this.caption = title
  }

  private cut(opening: Bracket): void {
    this.out.length = opening.at
    this.runs.length = opening.runs
  }

  private pair(from: number, first: Kind): void {
    const runs = this.runs.splice(from)
    pairRuns(runs, first)
    for (const { at, char, count } of runs) this.out[at] = char.repeat(count)
  }
}
