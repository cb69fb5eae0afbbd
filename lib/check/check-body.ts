import { mediaSrcFault } from '@/lib/article/media-src'
import type { Problem } from '@/lib/front-matter/problem'
import type { BodyReferences } from '@/lib/markdown/body-references'
import { leftoversIn } from '@/lib/markdown/leftovers'
import { droppedFrom } from '@/lib/markdown/raw-html'

type CheckedBody = { path: string; bodyLine: number }

/**
 * What is wrong with the references of one body, whatever they lead to: images without alt text or from other sites
 * (errors), raw HTML that the allow-list drops (warnings). `checkReferences` checks whether their targets exist.
 */
export function checkBody(file: CheckedBody, references: BodyReferences): Problem[] {
  return [
    ...imageProblems(file, references),
    ...linkProblems(file, references),
    ...htmlProblems(file, references),
  ]
}

function imageProblems(file: CheckedBody, { images }: BodyReferences): Problem[] {
  return images.flatMap((image) => {
    const fault = mediaSrcFault(image.src)
    const noAlt = {
      problem: 'has an image without alt text',
      fix: 'say in the square brackets what the image shows',
    }
    const problems = [fault, image.alt.trim() === '' ? noAlt : undefined]
    return problems.flatMap((words) => (words ? [bodyProblem(file, 'error', image, words)] : []))
  })
}

function linkProblems(file: CheckedBody, { links }: BodyReferences): Problem[] {
  return links
    .filter(({ href }) => /^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(href.trim()))
    .map((link) =>
      bodyProblem(file, 'error', link, {
        problem: `links to ${JSON.stringify(link.href.slice(0, 80))}, which readers can’t open`,
        fix: 'link to a page by https://, mailto: or tel:',
      }),
    )
}

function htmlProblems(file: CheckedBody, { tags }: BodyReferences): Problem[] {
  return tags.flatMap(({ tag, ...place }) => {
    const problem = droppedFrom(tag)
    const fix = 'write it in Markdown or leave it out'
    return problem ? [bodyProblem(file, 'warning', place, { problem, fix })] : []
  })
}

/** Leftovers of other systems, and marks that no parser understands: readers see them. */
export function leftoverProblems(file: CheckedBody, body: string): Problem[] {
  return leftoversIn(body).map(({ problem, fix, ...place }) =>
    bodyProblem(file, 'warning', place, { problem, fix }),
  )
}

/** A problem at a place in the body, converted to lines of the file. */
export function bodyProblem(
  { path, bodyLine }: CheckedBody,
  severity: Problem['severity'],
  { line, column }: { line: number; column: number },
  { problem, fix }: { problem: string; fix: string },
): Problem {
  return { severity, path, line: line + bodyLine - 1, column, field: 'body', problem, fix }
}
