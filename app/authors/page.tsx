import { NameIndex } from '@/components/lists/name-index'
import { PageTitle } from '@/components/site/page-title'
import { readLists } from '@/lib/archive/read/list-counts'
import { readSite } from '@/lib/archive/read/pages'
import { findProfile } from '@/lib/archive/read/profiles'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { authorsPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata() {
  const site = readSite()
  return pageMetadata({ site, title: wordsOf(site).site.authors, path: authorsPath() })
}

/** Everybody who wrote a story, by name. */
export default function AuthorsRoute() {
  const site = readSite()
  const words = wordsOf(site)
  const { compare } = new Intl.Collator(site.lang, { sensitivity: 'base', numeric: true })
  const names = readLists('author', now())
    .sort((a, b) => compare(a.name, b.name))
    .map((named) => ({ ...named, note: findProfile('author', named.name)?.profile.role }))
  return (
    <>
      <PageTitle
        title={words.site.authors}
        note={names.length === 0 ? words.lists.noAuthors : undefined}
      />
      <NameIndex kind="author" names={names} site={site} />
    </>
  )
}
