import * as z from 'zod'
import { problemSchema } from '@/lib/front-matter/problem'

/** The result of one publication. Paths are below the content folder. */
export const publication = z.object({
  at: z.iso.datetime(),
  /** The content folder's commit afterwards; absent without git. */
  commit: z.exactOptional(z.string()),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
  /** Files with an error of their own, which are not published: their previous version is still live. */
  refused: z.array(z.string()).default([]),
  /** Every error of the folder, whichever push caused it. A file whose text alone has an error is still published. */
  errors: z.array(problemSchema),
  /** Submodules of the folder: their files aren't on the site. */
  warnings: z.array(problemSchema).default([]),
  /** Why nothing was published; absent on success. */
  failure: z.exactOptional(z.string()),
  /**
   * Local changes in the server's own repository that keep it from following the remote, and the command that saves them
   * elsewhere.
   */
  local: z.exactOptional(z.object({ files: z.array(z.string()), command: z.string() })),
})
export type Publication = z.output<typeof publication>

export type ChangedPaths = Pick<Publication, 'added' | 'changed' | 'removed'>

/** What was published, merged from several lists of changes: each path once, without refused files. */
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
