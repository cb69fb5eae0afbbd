import { openSearchPath } from '@/lib/site/routes'

/** Lets a browser offer the site's search; React puts it into the head. */
export function SearchLink({ siteName }: { siteName: string }) {
  return (
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title={siteName}
      href={openSearchPath()}
    />
  )
}
