import type { z } from 'zod'
import type { Article } from '@/lib/article/article'
import { listAddress, listsOf } from '@/lib/article/lists'
import { fileKind } from '@/lib/content/file-kind'
import { readContentFile } from '@/lib/content/read-content-file'
import { plainText } from '@/lib/markdown/plain-text'
import type { SiteDefaults } from '@/lib/site/site'
import { readText } from './check-text'
import type { CheckedArticle, checkedFile } from './checked-file'

export type CheckPlace = { site: SiteDefaults; now: Date }

/** Reads one article or page and finds every problem of the file itself; the result can cross threads. */
export function checkFile(
  { site, now }: CheckPlace,
  { path, absolute }: { path: string; absolute: string },
): z.input<typeof checkedFile> {
  const read = readContentFile({ path, absolute })
  if (!read.ok) return { path, problems: [read.problem] }
  const kind = fileKind(path) === 'page' ? 'page' : 'article'
  const { problems, text, article, page } = readText({
    ...{ kind, path, now, site, bytes: read.bytes },
  })
  return {
    path,
    problems,
    ...(text && { text: JSON.stringify(text) }),
    ...(article && { article: factsOf(article) }),
    ...(page && { page: { path, slug: page.slug } }),
  }
}

function factsOf(article: Article): CheckedArticle {
  const {
    path,
    slug,
    title,
    aliases,
    lang,
    body,
    draft,
    withdrawn,
    canonical,
    published,
    expires,
  } = article
  const isPublic = !draft && withdrawn === undefined
  return {
    path,
    slug,
    title,
    aliases,
    lists: isPublic ? listsOf(article).map(listAddress) : [],
    lang,
    isPublic,
    ...(!isPublic && { hidden: draft ? ('draft' as const) : ('withdrawn' as const) }),
    due: published.at,
    ...(expires && { expires: expires.at }),
    isCopy: canonical !== undefined,
    text: plainText(body),
  }
}
