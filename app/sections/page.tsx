import { NameIndex } from '@/components/lists/name-index'
import { PageTitle } from '@/components/site/page-title'
import { readLists } from '@/lib/archive/read/list-counts'
import { readSite } from '@/lib/archive/read/pages'
import { slugify } from '@/lib/article/slug'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { sectionsPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata() {
  const site = readSite()
  return pageMetadata({ site, title: wordsOf(site).site.sections, path: sectionsPath() })
}

/** Every section with stories, those of site.yaml first and in its order. */
export default function SectionsRoute() {
  const site = readSite()
  const words = wordsOf(site)
  const order = site.sections.map(slugify)
  const placeOf = ({ slug }: { slug: string }) => (order.indexOf(slug) + 1 || order.length + 1) - 1
  const names = readLists('section', now()).sort((a, b) => placeOf(a) - placeOf(b))
  return (
    <>
      <PageTitle
        title={words.site.sections}
        note={names.length === 0 ? words.lists.noSections : undefined}
      />
      <NameIndex kind="section" names={names} site={site} />
    </>
  )
}
