import { stringify } from 'yaml'
import { isoMoment } from '@/lib/article/dates'
import { slugify } from '@/lib/article/slug'
import { FIELD_WORDS } from './field-words'

/** What a new file leaves to be uncommented, in the order in which they are most often wanted. */
const OFFERED = ['description', 'source', 'authors', 'tags', 'section', 'image']

/** Addresses are read, sent and printed: a long headline gives a shorter one, cut between words. */
const MAX_SLUG_LENGTH = 80

/** The address that a headline gives; empty when there is no letter or number in it. */
export function slugOfTitle(title: string): string {
  // "Japan’s" is one word, and reads as one without its apostrophe.
  const slug = slugify(title.replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))
  const characters = [...slug]
  if (characters.length <= MAX_SLUG_LENGTH) return slug
  const cut = characters.slice(0, MAX_SLUG_LENGTH).join('')
  const word = cut.lastIndexOf('-')
  return slug.charAt(cut.length) === '-' || word <= 0 ? cut : cut.slice(0, word)
}

/** The file of a new article: a draft, dated now, with the fields that most articles have to be filled in. */
export function newArticleText(title: string, now: Date, timeZone: string): string {
  const fields = OFFERED.map((field) => `# ${field}: ${FIELD_WORDS[field]?.example ?? ''}`)
  return [
    '---',
    stringify({ title }, { lineWidth: 0 }).trimEnd(),
    `date: ${writtenMoment(now, timeZone)}`,
    'draft: true # remove this line to publish',
    ...fields,
    '---',
    '',
    'Write the article here.',
    '',
  ].join('\n')
}

/** `2026-03-02T09:30+09:00`: a moment as editors write it, by the clocks of `timeZone` and to the minute. */
export function writtenMoment(at: Date, timeZone: string): string {
  const exact = isoMoment({ at, precision: 'second' }, timeZone)
  return exact.slice(0, 16) + exact.slice(19)
}
