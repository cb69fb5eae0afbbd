import { z } from 'zod'
import { canonicalTag } from '@/lib/article/canonical-tags'
import { siteSchema } from '@/lib/front-matter/article-schema'
import { problemSchema } from '../stored'
import { indexedArticle } from './index-article'

/** A file that a scan saw. `hash` is that of the contents which the archive has read, if it has. */
export const seenFile = z.object({
  dir: z.string(),
  name: z.string(),
  kind: z.enum(['article', 'page', 'site', 'tags', 'media']),
  size: z.number(),
  mtime: z.number(),
  ctime: z.number(),
  hash: z.exactOptional(z.string()),
})
export type SeenFile = z.output<typeof seenFile>

const indexedPage = z.object({
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  page: z.string(),
})
const imageFacts = z.object({
  width: z.number(),
  height: z.number(),
  type: z.string(),
  /** Names its content. */
  hash: z.string(),
  /** False for what moves: no smaller picture can stand for it. */
  isStill: z.boolean(),
})
export type ImageFacts = z.output<typeof imageFacts>

/** What a file says. `nothing` is a file with an error: what the archive already holds of it stays. */
const fileContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), indexed: indexedArticle }),
  z.object({ kind: z.literal('page'), indexed: indexedPage }),
  z.object({ kind: z.literal('site'), site: siteSchema }),
  z.object({ kind: z.literal('tags'), tags: z.array(canonicalTag) }),
  z.object({ kind: z.literal('media'), image: imageFacts }),
  z.object({ kind: z.literal('nothing') }),
])
export type FileContent = z.output<typeof fileContent>

/** What reading one file gave. It crosses from the thread that reads to the one that writes. */
export const fileReading = z.discriminatedUnion('state', [
  z.object({ state: z.literal('changing'), file: seenFile }),
  /** Its contents are those that the archive has read already. */
  z.object({ state: z.literal('same'), file: seenFile, hash: z.string() }),
  z.object({
    state: z.literal('read'),
    file: seenFile,
    hash: z.string(),
    content: fileContent,
    problems: z.array(problemSchema),
  }),
])
export type FileReading = z.output<typeof fileReading>
