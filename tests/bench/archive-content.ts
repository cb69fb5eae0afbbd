import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A content folder of generated articles whose words, tags and names are distributed as in a news archive. */

const VOCABULARY = 60_000
const TAGS = 3_000
const AUTHORS = 400
const SOURCES = 40
const NAMES = 20_000
const SECTIONS = [
  'Politics',
  'Economy',
  'World',
  'Society',
  'Science',
  'Culture',
  'Sports',
  'Opinion',
]
const WORDS_OF_ARTICLE = 500
const WORDS_OF_PARAGRAPH = 70
const SENTENCE = 18
const FIRST_DAY = Date.UTC(2010, 0, 1)
const DAYS = 5_600

/** Mulberry32: the same articles on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The number of a word by Zipf's law: the n-th is n times rarer than the first. */
const zipf = (random: () => number, size: number) => Math.floor((size + 1) ** random()) - 1

const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const ENDS = ['', 'n', 'r', 's', 't', 'l', 'nd', 'st', 'm', 'ck']

/** A pronounceable word for a number, different for each number. */
function word(number: number): string {
  let rest = number + 30
  let made = ''
  while (rest > 0) {
    made += ONSETS[rest % ONSETS.length]
    rest = Math.floor(rest / ONSETS.length)
    made += VOWELS[rest % VOWELS.length]
    rest = Math.floor(rest / VOWELS.length)
  }
  return made + ENDS[number % ENDS.length]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const name = (number: number) =>
  `${capital(word(number * 7 + 3))} ${capital(word(number * 3 + 11))}`

type Topic = { tags: number[]; words: number[]; names: number[] }

/** Articles on one story share words and names, as in the news. */
function topicOf(story: number): Topic {
  const random = randomFrom(story * 977 + 5)
  const some = (count: number, of: number) => Array.from({ length: count }, () => zipf(random, of))
  return {
    tags: some(4, TAGS),
    words: Array.from({ length: 40 }, () => 500 + Math.floor(random() * (VOCABULARY - 500))),
    names: Array.from({ length: 6 }, () => Math.floor(random() * NAMES)),
  }
}

function sentence(random: () => number, topic: Topic): string {
  const words = Array.from({ length: SENTENCE }, () => {
    const kind = random()
    if (kind < 0.08) return word(topic.words[Math.floor(random() * topic.words.length)] ?? 0)
    if (kind < 0.12) return name(topic.names[Math.floor(random() * topic.names.length)] ?? 0)
    return word(zipf(random, VOCABULARY))
  })
  return `${capital(words.join(' '))}.`
}

/** The text of article number `number`, and its path below the content folder. */
export function generateArticle(number: number): { path: string; text: string } {
  const random = randomFrom(number + 1)
  const topic = topicOf(Math.floor(number / 8))
  const at = new Date(
    FIRST_DAY + Math.floor((number / 8 / 12_500) * DAYS) * 86_400_000 + random() * 4e9,
  )
  const paragraphs: string[] = []
  for (let words = 0; words < WORDS_OF_ARTICLE; words += WORDS_OF_PARAGRAPH) {
    const sentences = Math.round(WORDS_OF_PARAGRAPH / SENTENCE)
    paragraphs.push(Array.from({ length: sentences }, () => sentence(random, topic)).join(' '))
  }
  const title = sentence(random, topic).split(' ').slice(0, 9).join(' ')
  const head = [
    `title: ${title} ${number}`,
    `date: ${at.toISOString()}`,
    `source: { name: ${capital(word(zipf(random, SOURCES)))} News }`,
    `authors: [${name(zipf(random, AUTHORS))}]`,
    `tags: [${[...new Set(topic.tags)].map((tag) => capital(word(tag + 200))).join(', ')}]`,
    `section: ${SECTIONS[Math.floor(random() * SECTIONS.length)]}`,
    ...(number % 5_000 === 0 ? ['lead: true'] : []),
    ...(number % 50 === 0 ? [`expires: ${new Date(at.getTime() + 4e11).toISOString()}`] : []),
  ]
  return {
    path: `articles/${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/story-${number}.md`,
    text: `---\n${head.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`,
  }
}

export function writeContent(contentDir: string, articles: number): void {
  mkdirSync(contentDir, { recursive: true })
  const site = 'name: Bench\ndescription: Generated\nlang: en\ntimeZone: UTC\n'
  writeFileSync(path.join(contentDir, 'site.yaml'), site)
  const made = new Set<string>()
  for (let number = 0; number < articles; number++) {
    const article = generateArticle(number)
    const file = path.join(contentDir, article.path)
    if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true })
    made.add(path.dirname(file))
    writeFileSync(file, article.text)
  }
}
