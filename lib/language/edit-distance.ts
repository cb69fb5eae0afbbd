/** Edits (insert, delete, replace, swap neighbours) between two words: Damerau's distance, restricted form. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

/** Longer words are never one of ours, and comparing them costs the product of the lengths. */
const MAX_LENGTH = 100

/** Every known word is compared with a shorter one; of the slugs of a large archive only those that share a part. */
const SHORT = 15

/** A word with two edits still has one of these. */
const PARTS = 3

/**
 * The known word that `word` most likely means, or undefined: at most a third of its letters differ. Of several
 * the first by the alphabet, in whatever order they are known.
 */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  const wanted = word.toLowerCase()
  const parts = partsOf(wanted)
  let best: { word: string; distance: number } | undefined
  for (const each of known) {
    const most = Math.max(1, Math.floor(each.length / 3))
    // The distance is at least the difference in length, which costs nothing.
    if (each.length > MAX_LENGTH || Math.abs(each.length - wanted.length) > most) continue
    const candidate = each.toLowerCase()
    if (parts.length > 0 && !parts.some((part) => candidate.includes(part))) continue
    const distance = editDistance(wanted, candidate)
    if (distance > most) continue
    const isCloser = !best || distance < best.distance
    if (isCloser || (distance === best?.distance && each < best.word)) {
      best = { word: each, distance }
    }
  }
  return best?.word
}

function partsOf(word: string): string[] {
  if (word.length <= SHORT) return []
  const length = Math.floor(word.length / PARTS)
  return Array.from({ length: PARTS }, (_, i) => word.slice(i * length, (i + 1) * length))
}

/** The known words that are most like `word`, however unlike, the most like first. */
export function nearestWords(word: string, known: readonly string[], count: number): string[] {
  const wanted = word.toLowerCase().slice(0, MAX_LENGTH)
  const distances = new Map(known.map((each) => [each, editDistance(wanted, each.toLowerCase())]))
  const by = (each: string) => distances.get(each) ?? 0
  return [...known].sort((a, b) => by(a) - by(b)).slice(0, count)
}
