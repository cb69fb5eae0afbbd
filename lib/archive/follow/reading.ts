import * as z from 'zod'
import { canonicalTag } from '@/lib/article/canonical-tags'
import { imageFacts, imageFault } from '@/lib/content/image-facts'
import { siteSchema } from '@/lib/front-matter/article-schema'
import { problemSchema } from '@/lib/front-matter/problem'
import { SETTINGS } from '../settings'
import { indexedArticle } from './index-article'

/** A file that a scan saw. `hash` is the hash of the contents that the archive last read, if any. */
export const seenFile = z.object({
  dir: z.string(),
  name: z.string(),
  kind: z.enum(['article', 'page', 'media', 'other', 'site', 'tags', ...SETTINGS]),
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
export type IndexedPage = z.output<typeof indexedPage>

/**
 * What a file contains. `nothing` is a text with an error: the archive keeps what it already holds of the file. `other` is
 * a file that is never read.
 */
const fileContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), indexed: indexedArticle }),
  z.object({ kind: z.literal('page'), indexed: indexedPage }),
  z.object({ kind: z.literal('site'), site: siteSchema }),
  z.object({ kind: z.literal('tags'), tags: z.array(canonicalTag) }),
  z.object({ kind: z.enum(SETTINGS), value: z.string() }),
  z.object({ kind: z.literal('media'), image: imageFacts }),
  z.object({ kind: z.literal('bad-image'), fault: imageFault }),
  z.object({ kind: z.literal('other') }),
  z.object({ kind: z.literal('nothing') }),
])
export type FileContent = z.output<typeof fileContent>

/** Whether an error keeps the file's content from readers. */
export const isWrong = ({ kind }: FileContent) => kind === 'nothing' || kind === 'bad-image'

/** The result of reading one file, sent from the reading thread to the writing thread. */
export const fileReading = z.discriminatedUnion('state', [
  z.object({ state: z.literal('changing'), file: seenFile }),
  /** The archive has already read these contents. */
  z.object({ state: z.literal('same'), file: seenFile, hash: z.string() }),
  z.object({
    state: z.literal('read'),
    file: seenFile,
    hash: z.string(),
    content: fileContent,
    problems: z.array(problemSchema),
    /** What to check against the rest of the content, as JSON, and whether that check is due. */
    text: z.exactOptional(
      z.object({ kept: z.string(), isDue: z.boolean(), tags: z.array(z.string()) }),
    ),
  }),
])
export type FileReading = z.output<typeof fileReading>
