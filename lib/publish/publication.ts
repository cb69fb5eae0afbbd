import { z } from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'

/** What one publication did. Paths are below the content folder. */
export const publication = z.object({
  at: z.iso.datetime(),
  /** The commit of the content folder after it; absent where there is no git. */
  commit: z.exactOptional(z.string()),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
  /** Files that are not published because of an error of their own: what they said before is still live. */
  refused: z.array(z.string()).default([]),
  /** Every error of the folder, whichever push brought it. One of a text alone is published. */
  errors: z.array(problemSchema),
  /** Submodules of the folder: what is in them isn't on the site. */
  warnings: z.array(problemSchema).default([]),
  /** Why nothing was published; absent when it was. */
  failure: z.exactOptional(z.string()),
  /** Changes of the server's own repository that keep it from following, and the command that puts them aside. */
  local: z.exactOptional(z.object({ files: z.array(z.string()), command: z.string() })),
})
export type Publication = z.output<typeof publication>

export type ChangedPaths = Pick<Publication, 'added' | 'changed' | 'removed'>

/**
 * What was published: changes that were seen in different places, each path once, without the files that were refused.
 */
export function publishedPaths(
  seen: readonly ChangedPaths[],
  refused: readonly string[],
): ChangedPaths {
  const bad = new Set(refused)
  const of = (kind: keyof ChangedPaths) =>
    [...new Set(seen.flatMap((each) => each[kind]))].filter((path) => !bad.has(path)).sort()
  const added = of('added')
  const removed = of('removed').filter((path) => !added.includes(path))
  const others = new Set([...added, ...removed])
  return { added, removed, changed: of('changed').filter((path) => !others.has(path)) }
}
