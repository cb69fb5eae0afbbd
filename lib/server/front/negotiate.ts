export const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/**
 * The content coding to answer with (RFC 9110, 12.5.3): the acceptable one with the highest weight, and among equals
 * the smallest bytes. Undefined when the client refuses everything we have (`identity;q=0`).
 */
export function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return 'identity'
  const weights = readWeights(acceptEncoding)
  const anything = weights.get('*')
  const weightOf = (coding: Coding): number =>
    weights.get(coding) ?? (coding === 'identity' ? implied(anything) : (anything ?? 0))
  const [best] = CODINGS.filter((coding) => weightOf(coding) > 0).sort(
    (a, b) => weightOf(b) - weightOf(a),
  )
  return best
}

/** Identity is always acceptable unless ruled out, and the last choice unless it is named. */
const LAST_CHOICE = 0.0001
const implied = (anything: number | undefined) => (anything === 0 ? 0 : LAST_CHOICE)

function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    if (name === '') continue
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const value = weight === undefined ? 1 : Number(weight)
    weights.set(name === 'x-gzip' ? 'gzip' : name, value >= 0 && value <= 1 ? value : 0)
  }
  return weights
}

/** Browsers send a handful of different values; the memory of an attacker's inventions is thrown away. */
const MAX_REMEMBERED = 200
const remembered = new Map<string | undefined, Coding | undefined>()

/** `chooseCoding`, remembered by header value. */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  const known = remembered.get(acceptEncoding)
  if (known !== undefined) return known
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  const coding = chooseCoding(acceptEncoding)
  remembered.set(acceptEncoding, coding)
  return coding
}
