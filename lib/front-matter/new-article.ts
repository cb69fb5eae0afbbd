import { stringify } from 'yaml'
import { isoMoment } from '@/lib/article/dates'
import { slugify } from '@/lib/article/slug'
import { FIELD_WORDS } from './field-words'

/** The fields that a new file contains as comments, the most used first. */
const OFFERED = ['description', 'source', 'authors', 'tags', 'section', 'image']

/** People read, send and print addresses: a long headline gives a shorter one, cut between words. */
const MAX_SLUG_LENGTH = 80

/** The slug that a headline gives; empty when it contains no letter or number. */
export function slugOfTitle(title: string): string {
  // "Japan’s" is one word, and reads as one without the apostrophe.
  const slug = slugify(title.replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))
  const characters = [...slug]
  if (characters.length <= MAX_SLUG_LENGTH) return slug
  const cut = characters.slice(0, MAX_SLUG_LENGTH).join('')
  const word = cut.lastIndexOf('-')
  return slug.charAt(cut.length) === '-' || word <= 0 ? cut : cut.slice(0, word)
}

/** The file of a new article: a draft, dated now, with the usual fields to fill in. */
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

/** `2026-03-02T09:30+09:00`: a time as editors write it, in `timeZone` and to the minute. */
export function writtenMoment(at: Date, timeZone: string): string {
  const exact = isoMoment({ at, precision: 'second' }, timeZone)
  return exact.slice(0, 16) + exact.slice(19)
}
