import { escapeHtml } from '@/lib/comments/escape-html'

/** HTML in which every text that was put in is escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Piece = string | undefined | Markup | readonly Markup[]

const htmlOf = (piece: Piece): string => {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  return piece instanceof Markup ? piece.html : piece.map(({ html }) => html).join('')
}

/** A template of HTML: texts are escaped, other markup goes in as it is. Attributes are in double quotes. */
export const markup = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(parts.map((part, i) => part + htmlOf(pieces[i])).join(''))
