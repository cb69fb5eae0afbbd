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

/** The known word that `word` most likely stands for, or undefined: at most a third of its letters differ. */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  const wanted = word.toLowerCase()
  let best: { word: string; distance: number } | undefined
  for (const each of known) {
    const most = Math.max(1, Math.floor(each.length / 3))
    // The distance is at least the difference in length, which costs nothing.
    if (each.length > MAX_LENGTH || Math.abs(each.length - wanted.length) > most) continue
    const distance = editDistance(wanted, each.toLowerCase())
    if (distance > most) continue
    if (!best || distance < best.distance) best = { word: each, distance }
  }
  return best?.word
}
