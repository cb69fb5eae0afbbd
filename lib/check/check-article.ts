import { resolveMediaSrc } from '@/lib/article/media-src'
import type { Problem } from '@/lib/front-matter/problem'
import { bodyProblem } from './check-body'
import { dateFaults } from './check-dates'
import { checkReferences, missingImage } from './check-references'
import { tagAddress } from './check-tag-addresses'
import { tagFaults, untaggedFault } from './check-tags'
import type { CheckedText } from './checked-text'
import type { Known } from './known'

/**
 * What is wrong with the text of one article or page in relation to the rest of the content: links and images that lead
 * nowhere, images that can't be shown, unknown tags, dates still to come. None of these keeps a file from readers.
 * `content:check`, the page of a draft and the archive (and so the log, /readyz and /status) all call this.
 */
export function checkArticle(text: CheckedText, known: Known, now: Date): Problem[] {
  return [
    ...dateProblems(text, known, now),
    ...checkReferences(text, known),
    ...bodyImages(text, known),
    ...leadImage(text, known),
    ...originalProblems(text, known),
    ...tagProblems(text, known),
    ...addressProblems(text, known),
  ]
}

function dateProblems({ path, dates }: CheckedText, known: Known, now: Date): Problem[] {
  if (dates === undefined) return []
  return dateFaults(dates, now).map(({ field, ...words }) => ({
    severity: 'warning',
    path,
    ...known.placeOf(path, [field]),
    field,
    ...words,
  }))
}

/** What is wrong with the image files that the body names. */
function bodyImages({ path, bodyLine, images }: CheckedText, known: Known): Problem[] {
  return images.flatMap(({ src, line, column }) => {
    const fault = faultOf(path, src, known)
    return fault ? [bodyProblem({ path, bodyLine }, fault.severity, { line, column }, fault)] : []
  })
}

/** Whether the front matter's image exists, and what is wrong with its file. */
function leadImage({ path, image }: CheckedText, known: Known): Problem[] {
  if (image === undefined) return []
  const missing = missingImage(path, image, known)
  const fault = missing ? ({ severity: 'error', ...missing } as const) : faultOf(path, image, known)
  if (fault === undefined) return []
  const place = known.placeOf(path, ['image', 'src'])
  const { severity, problem, fix } = fault
  return [{ severity, path, ...place, field: 'image.src', problem, fix }]
}

function faultOf(path: string, src: string, known: Known) {
  const resolved = resolveMediaSrc(path, src)
  const fault = resolved === undefined ? undefined : known.imageFault(resolved)
  return fault && { ...fault, problem: `${resolved} ${fault.problem}` }
}

/** A translation of nothing, or of itself, leads nobody to another language. */
function originalProblems({ path, slug, translationOf }: CheckedText, known: Known): Problem[] {
  if (translationOf === undefined) return []
  const words = wrongOriginal(slug, translationOf, known)
  const field = 'translationOf'
  return words
    ? [{ severity: 'error', path, ...known.placeOf(path, [field]), field, ...words }]
    : []
}

function wrongOriginal(slug: string, original: string, known: Known): Words | undefined {
  if (original === slug)
    return { problem: 'is the article itself', fix: 'name the article that it was translated from' }
  if (known.hasArticle(original)) return undefined
  const meant = known.closest('article', original)
  return {
    problem: `there is no article ${original}`,
    fix: meant ? `did you mean ${meant}?` : 'write the name of its file, without .md',
  }
}

function tagProblems({ path, tags, isUntagged }: CheckedText, known: Known): Problem[] {
  const warning = (keys: readonly PropertyKey[], field: string, words: Words): Problem => ({
    severity: 'warning',
    path,
    ...known.placeOf(path, keys),
    field,
    ...words,
  })
  const unknown = tagFaults(tags, known.tags()).map(({ index, ...words }) =>
    warning(['tags', index], `tags[${index}]`, words),
  )
  const told = isUntagged && known.usesTags() ? known.textOf(path) : undefined
  const missing = told && untaggedFault(told, known.tags())
  return missing ? [...unknown, warning(['tags'], 'tags', missing)] : unknown
}

/** Different tags that would share one address, and so one page. The problem of each use names those it clashes with. */
function addressProblems({ path, tags }: CheckedText, known: Known): Problem[] {
  return tags.flatMap((name, index) => {
    const others = known.tagsBeside(name)
    if (others.length === 0) return []
    const named = others.map((other) => `${JSON.stringify(other.name)} of ${other.path}`)
    const { slug } = tagAddress(name)
    return [
      {
        severity: 'error',
        path,
        ...known.placeOf(path, ['tags', index]),
        field: `tags[${index}]`,
        problem: `${JSON.stringify(name)} would share /tags/${slug} with ${named.join(' and ')}`,
        fix: 'write one of them in words, such as C sharp',
      },
    ]
  })
}

type Words = { problem: string; fix: string }
