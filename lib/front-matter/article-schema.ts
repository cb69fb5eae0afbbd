import * as z from 'zod'
import { readAlias } from '@/lib/article/alias'
import {
  articleFields,
  type FieldKinds,
  type Moment,
  plainPageFields,
} from '@/lib/article/article-fields'
import { mediaSrcFault } from '@/lib/article/media-src'
import { MOMENT_PATTERN, parseMoment } from '@/lib/article/moment'
import { slugFault } from '@/lib/article/slug'
import { contrast, DARK_PAPER, LIGHT_PAPER, MIN_CONTRAST, readableOn } from '@/lib/site/colour'
import {
  encodeIssue,
  languageTag,
  lineText,
  nameText,
  paragraphText,
  pictureOfMedia,
  sitePathOrWeb,
  webAddress,
} from './field-schemas'

/** More than this is a mistake (a pasted column of a spreadsheet), and each entry costs a list page. */
const MAX_LIST = 100

const momentIn = (timeZone: string) =>
  z
    .string()
    .meta({ pattern: MOMENT_PATTERN })
    .transform((text, context): Moment => {
      const result = parseMoment(text, timeZone)
      if (result.ok) return result.moment
      context.addIssue({ code: 'custom', message: encodeIssue(result.problem, result.fix) })
      return z.NEVER
    })

const alias = lineText.transform((value, context): string => {
  const result = readAlias(value)
  if (result.ok) return result.path
  context.addIssue({ code: 'custom', message: encodeIssue(result.problem, result.fix) })
  return z.NEVER
})

const mediaSrc = lineText.transform((value, context): string => {
  const fault = mediaSrcFault(value)
  if (!fault) return value
  context.addIssue({ code: 'custom', message: encodeIssue(fault.problem, fault.fix) })
  return z.NEVER
})

const slug = lineText.transform((value, context): string => {
  const fault = slugFault(value)
  if (!fault) return value.normalize('NFC')
  context.addIssue({ code: 'custom', message: encodeIssue(fault.problem, fault.fix) })
  return z.NEVER
})

/** As CSS writes `object-position`: distance from the left, then from the top. */
const focus = lineText.transform((value, context): string => {
  const sides = /^(\d{1,3})% (\d{1,3})%$/.exec(value)?.slice(1).map(Number)
  if (sides?.every((side) => side <= 100)) return value
  const message = encodeIssue(`${JSON.stringify(value)} is not a place in a picture`, FOCUS_FIX)
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})
const FOCUS_FIX = 'write how far from the left and from the top it is, such as 50% 25%'

const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(item)
    .max(MAX_LIST, encodeIssue(`has more than ${MAX_LIST} entries`, 'keep the ones that matter'))
    .default([])

/** The values as editors write them, for a site in `timeZone`. */
const writtenKinds = (timeZone: string): FieldKinds => ({
  line: lineText,
  paragraph: paragraphText,
  name: nameText,
  webAddress,
  slug,
  language: languageTag,
  alias,
  mediaSrc,
  focus,
  moment: momentIn(timeZone),
  flag: z.boolean().default(false),
  list: listOf,
})

/** The schema of an article's front matter, for a site in `timeZone`. */
export const articleSchema = (timeZone: string) =>
  z.strictObject(articleFields(writtenKinds(timeZone)))

/** The schema of the front matter of content/pages. */
export const plainPageSchema = (timeZone: string) =>
  z.strictObject(plainPageFields(writtenKinds(timeZone)))

const side = z
  .number()
  .positive(encodeIssue('is not a size', 'give the width and height of the drawing'))

/** SVG path data consists of command letters and numbers: nothing that could end an attribute. */
const pathData = z
  .string()
  .regex(
    /^[\sMmZzLlHhVvCcSsQqTtAa0-9eE.,+-]+$/,
    encodeIssue('is not SVG path data', 'copy the d attribute of the path'),
  )
  // When the file folds its lines, spaces come before commands that need none.
  .transform((data) => data.trim().replace(/\s+(?=[a-df-z])/gi, ''))

/** Git's own short form has seven digits; fewer could match several commits. */
const commitName = z
  .string()
  .toLowerCase()
  .regex(
    /^[0-9a-f]{7,64}$/,
    encodeIssue('is not the name of a commit', 'copy it from git log, in quotes'),
  )

const commentSettings = z.strictObject({
  moderation: z.enum(['all', 'flagged']).default('all'),
  closeAfterDays: z.number().int().positive().exactOptional(),
  staff: listOf(nameText),
})

/** More entries than this are a list, not a menu. */
const MAX_MENU = 30

const LEADS_TO = ['section', 'tag', 'page', 'url'] as const

/** A menu entry: a section's name alone, or a map that says where it leads. */
const menuEntry = z.preprocess(
  (written) => (typeof written === 'string' ? { section: written } : written),
  z
    .strictObject({
      name: lineText.exactOptional(),
      section: nameText.exactOptional(),
      tag: nameText.exactOptional(),
      page: lineText.exactOptional(),
      url: sitePathOrWeb.exactOptional(),
    })
    .refine((entry) => LEADS_TO.filter((key) => entry[key] !== undefined).length === 1, {
      message: encodeIssue(
        'leads nowhere, or to several places',
        `give one of ${LEADS_TO.join(', ')}`,
      ),
      // A misspelt field has an error of its own.
      when: ({ issues }) => issues.length === 0,
    })
    .refine(
      (entry) => entry.url === undefined || entry.name !== undefined,
      encodeIssue('has no name', 'add name: what readers see'),
    ),
)

const menu = z
  .array(menuEntry)
  .max(MAX_MENU, encodeIssue(`has more than ${MAX_MENU} entries`, 'keep the ones that matter'))

const colour = z
  .string()
  .toLowerCase()
  .regex(
    /^#[0-9a-f]{6}$/,
    encodeIssue('is not a colour', 'write six hexadecimal digits in quotes: "#a3241c"'),
  )

/** One colour serves both themes: the dark theme lightens it until it is readable. */
const accent = z
  .preprocess(
    (written) => (typeof written === 'string' ? { light: written } : written),
    z.strictObject({ light: colour, dark: colour.exactOptional() }),
  )
  .transform(({ light, dark }) => ({ light, dark: dark ?? readableOn(light, DARK_PAPER) }))
  .superRefine(({ light, dark }, context) => {
    const faults = [
      { theme: 'light', ratio: contrast(light, LIGHT_PAPER) },
      { theme: 'dark', ratio: contrast(dark, DARK_PAPER) },
    ].filter(({ ratio }) => ratio < MIN_CONTRAST)
    for (const { theme, ratio } of faults) {
      const problem = `can't be read on the ${theme} background: its contrast is ${ratio.toFixed(1)}, not ${MIN_CONTRAST}`
      const fix = theme === 'light' ? 'choose a darker colour' : 'choose a lighter colour'
      context.addIssue({ code: 'custom', message: encodeIssue(problem, fix) })
    }
  })

/** The schema of content/site.yaml. */
export const siteSchema = z.strictObject({
  name: lineText,
  description: paragraphText,
  lang: languageTag,
  timeZone: lineText.refine(
    isTimeZone,
    encodeIssue('is not a time zone', 'use a name such as Asia/Tokyo'),
  ),
  sections: listOf(nameText),
  menu: menu.exactOptional(),
  footer: menu.exactOptional(),
  accent: accent.exactOptional(),
  icon: pictureOfMedia.exactOptional(),
  opinion: z.array(nameText).exactOptional(),
  contentSignal: z
    .strictObject({
      search: z.boolean().exactOptional(),
      aiInput: z.boolean().exactOptional(),
      aiTrain: z.boolean().exactOptional(),
    })
    .exactOptional(),
  history: z.strictObject({ withhold: listOf(commitName) }).exactOptional(),
  comments: commentSettings.exactOptional(),
  typography: z.enum(['on', 'off']).exactOptional(),
  wordmark: z.strictObject({ width: side, height: side, path: pathData }).exactOptional(),
})

/** What a thread that reads files needs to know of the site. */
export const siteDefaults = siteSchema.pick({ lang: true, timeZone: true })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
