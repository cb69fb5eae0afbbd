import { createHash } from 'node:crypto'
import type { Article } from '@/lib/article/article'
import { type RenderedBody, renderBody } from '@/lib/markdown/render-body'
import { shared } from '@/lib/running/registry'
import { wordsOf } from '@/lib/words/words'
import { KeptReads } from '../kept-reads'
import { type Archive, theArchive } from '../open'
import { imagesOf, picturesOf } from './files/pictures'

/** Characters of HTML and of sentences: some hundreds of articles, or at least the twenty longest. */
const MOST_CHARACTERS = 20_000_000

const sizeOf = ({ html, sentences }: RenderedBody) =>
  sentences.reduce((sum, { text }) => sum + text.length, html.length)

/** Pages show these bodies as they are; for feeds, made in the server, they are serialised again. */
const kept = shared('article bodies', () => new KeptReads<RenderedBody>(MOST_CHARACTERS, sizeOf))

/** The body of an article as its page shows it. `imagesBefore` is a prefix for the addresses of its images. */
export function renderArticleBody(
  article: Article,
  now: Date,
  imagesBefore = '',
  archive: Archive = theArchive(),
): RenderedBody {
  const { path, lang, body, kind } = article
  const sponsored = kind === 'sponsored'
  const { typeset, paper } = imagesOf(article, archive)
  const { callouts, notes, backToText, table } = wordsOf(paper ?? { lang: 'en' }).article
  const said = [callouts, notes, backToText, table]
  const hash = createHash('sha256').update(body).digest('base64url')
  const key = JSON.stringify([
    archive.dataDir,
    imagesBefore,
    path,
    lang,
    typeset,
    said,
    sponsored,
    hash,
  ])
  return kept.get(key, archive.version, now, () => ({
    value: renderBody(body, { ...picturesOf(article, imagesBefore, archive), sponsored }),
    until: undefined,
  }))
}
