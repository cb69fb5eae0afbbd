import type { Article } from '@/lib/article/article'
import { type RenderedBody, renderBody } from '@/lib/markdown/render-body'
import { KeptReads } from '../kept-reads'
import { type Archive, theArchive } from '../open'
import { imagesOf, picturesOf } from './pictures'

/** Articles that are discussed at the same time; a body and its sentences are some twenty kilobytes. */
const MAX_KEPT = 100

const kept = new KeptReads<RenderedBody>(MAX_KEPT)

/** The body of an article as its page shows it. `imagesBefore` stands before the addresses of its images. */
export function renderArticleBody(
  article: Article,
  now: Date,
  imagesBefore = '',
  archive: Archive = theArchive(),
): RenderedBody {
  const { path, lang, body, kind } = article
  const sponsored = kind === 'sponsored'
  const { typeset } = imagesOf(article, archive)
  const key = JSON.stringify([archive.dataDir, imagesBefore, path, lang, typeset, sponsored, body])
  return kept.get(key, archive.version, now, () => ({
    value: renderBody(body, { ...picturesOf(article, imagesBefore, archive), sponsored }),
    until: undefined,
  }))
}
