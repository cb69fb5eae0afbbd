import { readSite } from '@/lib/archive/read/pages'
import { findAuthors } from '@/lib/archive/read/profiles'
import { readIsOld } from '@/lib/archive/read/read-age'
import { findTranslations } from '@/lib/archive/read/translations'
import type { Article } from '@/lib/article/article'
import { shownArticle } from '@/lib/article/shown'
import { lastChange } from '@/lib/feeds/timestamps'
import { findPhoto } from '@/lib/share/cards/find-photo'
import { env } from '@/lib/site/env'
import { findOriginalChange } from './find-original-change'
import { findUpdate } from './find-update'

/** What an article's page, its head and its data for programs all say of it. */
export async function describe(article: Article, now: Date) {
  const update = await findUpdate(article, now)
  const site = readSite()
  const changed = lastChange(article, update?.moment.at)
  return {
    article: shownArticle(article, site),
    site,
    writers: findAuthors(article),
    siteUrl: env().siteUrl,
    old: readIsOld(article, now),
    photo: findPhoto(article),
    update,
    translations: findTranslations(article, now),
    changed,
    originalChange: await findOriginalChange(article, changed, now),
  }
}
