import { expect, test } from 'vitest'
import { splitSentences } from '@/lib/language/sentences'
import { plainText } from '@/lib/markdown/plain-text'
import { findResults } from '@/lib/search/find-results'
import { randomFrom } from '../../bench/archive-content'
import { ContentFolder } from '../archive/content-folder'
import { COMMAND, NATO, seedArticle, TARIFFS, WELFARE } from '../insight/seed'

const random = randomFrom(7)
const below = (most: number) => Math.floor(random() * most)
const letter = () => String.fromCharCode(97 + below(26))

/** Drops, adds or replaces a letter, or swaps it with the next: anywhere except in the first place. */
function misspell(word: string): string {
  const at = 1 + below(word.length - 2)
  const before = word.slice(0, at)
  const slips = [
    before + word.slice(at + 1),
    before + letter() + word.slice(at),
    before + letter() + word.slice(at + 1),
    before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ]
  return slips[below(slips.length)] ?? word
}

/** Each sentence of the articles that come with the project, as a separate article. */
function sentencesOf(slugs: readonly string[]): string[] {
  const all = slugs.flatMap((slug) => splitSentences(plainText(seedArticle(slug).body)))
  return [...new Set(all)].filter((sentence) => sentence.length > 60)
}

/** Three words of a sentence that few other sentences contain. */
function queryOf(sentence: string, all: readonly string[]): string[] {
  const others = (word: string) => all.filter((each) => each.includes(word)).length
  const words = [...new Set(sentence.match(/\b[a-z]{5,}\b/g) ?? [])]
  return words.sort((a, b) => others(a) - others(b)).slice(0, 3)
}

test('nine in ten short queries with a typing error find first what they find without it', async () => {
  const folder = new ContentFolder()
  const sentences = sentencesOf([NATO, TARIFFS, COMMAND, WELFARE])
  sentences.forEach((text, i) => {
    folder.article(`sentence-${i}`, ['title: Sentence'], text.replace(/[*_<>#[\]]/g, ''))
  })
  await folder.update()
  const first = (text: string) =>
    findResults({ text, page: 1, now: folder.now }, folder.archive)?.hits[0]?.slug
  const pairs = sentences.map((sentence) => {
    const words = queryOf(sentence, sentences)
    const wrong = below(words.length)
    const typed = words.map((word, i) => (i === wrong ? misspell(word) : word))
    return { meant: first(words.join(' ')), found: first(typed.join(' ')), typed }
  })
  const different = pairs.filter(({ meant, found }) => meant !== found)
  expect(pairs.length).toBeGreaterThan(80)
  expect(different.length, JSON.stringify(different)).toBeLessThanOrEqual(pairs.length / 10)
})
