import type { Article } from '@/lib/article/article'
import { decodeText } from '@/lib/front-matter/decode-text'
import { findFences } from '@/lib/front-matter/front-matter-fences'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { markdownProblem } from '@/lib/markdown/bounds/markdown-problem'
import type { SiteDefaults } from '@/lib/site/site'
import { printedText } from './diff/printed-text'
import { comparedWords } from './diff/word-diff'
import type { VersionFacts } from './published-versions'

type Options = { site: SiteDefaults; hash: (text: string) => string }

/**
 * Reads versions of files. Successive versions mostly have the same front matter, whose parsing costs more than all the
 * rest, so it is kept for the next version.
 */
export class VersionReader {
  #last: { path: string; head: string; article: Article } | undefined

  constructor(private readonly options: Options) {}

  /** The article in a version of a file, or undefined if that version could not be published. */
  article(path: string, bytes: Uint8Array): Article | undefined {
    const decoded = decodeText(path, bytes)
    if (!decoded.ok) return undefined
    const fences = findFences(path, decoded.text)
    if (!fences.ok) return undefined
    const head = decoded.text.slice(0, fences.bodyStart)
    const last = this.#last
    if (last?.path === path && last.head === head) {
      const body = decoded.text.slice(fences.bodyStart)
      return markdownProblem(body) === undefined ? { ...last.article, body } : undefined
    }
    const { site } = this.options
    const parsed = parseArticle({ path, bytes, site })
    if (!parsed.ok) return undefined
    this.#last = { path, head, article: parsed.article }
    return parsed.article
  }

  facts(path: string, bytes: Uint8Array): VersionFacts {
    const article = this.article(path, bytes)
    if (article === undefined) return { state: 'unusable' }
    const { published, expires, draft, withdrawn } = article
    return {
      state: 'article',
      due: published,
      ...(expires && { expires: expires.at }),
      listed: !draft && withdrawn === undefined,
      words: this.options.hash(comparedWords(printedText(article))),
    }
  }
}
