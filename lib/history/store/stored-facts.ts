import * as z from 'zod'
import type { VersionFacts } from '../published-versions'

const date = z.number().transform((time) => new Date(time))

/** The compact form in which facts are stored, since 300,000 versions have a row each. */
const form = z.union([
  z.tuple([z.literal('unusable')]).transform((): VersionFacts => ({ state: 'unusable' })),
  z
    .tuple([z.enum(['day', 'minute', 'second']), date, date.nullable(), z.boolean(), z.string()])
    .transform(
      ([precision, at, expires, listed, words]): VersionFacts => ({
        state: 'article',
        due: { at, precision },
        ...(expires && { expires }),
        listed,
        words,
      }),
    ),
])

export function factsText(facts: VersionFacts): string {
  if (facts.state === 'unusable') return JSON.stringify([facts.state])
  const { due, expires, listed, words } = facts
  return JSON.stringify([
    due.precision,
    due.at.getTime(),
    expires?.getTime() ?? null,
    listed,
    words,
  ])
}

export const factsColumn = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(form)
