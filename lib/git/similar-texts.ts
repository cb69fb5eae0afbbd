import { decodeText } from '@/lib/front-matter/decode-text'
import { findFences } from '@/lib/front-matter/front-matter-fences'
import { words } from '@/lib/language/words'

/** Two articles from one template (the weather, the results) share less than this. */
const MIN_COMMON = 0.7

/**
 * Whether two files are one article under two names: whether most of the words of their bodies are the same. Git compares
 * lines, and prose has a whole paragraph on each.
 */
export function areSimilar(before: Uint8Array, after: Uint8Array): boolean {
  const [old, now] = [bodyWords(before), bodyWords(after)]
  if (old.length + now.length === 0) return false
  const counts = new Map<string, number>()
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of now) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common++
  }
  return (2 * common) / (old.length + now.length) >= MIN_COMMON
}

function bodyWords(bytes: Uint8Array): string[] {
  const decoded = decodeText('', bytes)
  if (!decoded.ok) return []
  const fences = findFences('', decoded.text)
  return words(fences.ok ? decoded.text.slice(fences.bodyStart) : decoded.text)
}
