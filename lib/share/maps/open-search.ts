import { element, textElement, xmlDocument } from '@/lib/feeds/xml'
import { absoluteUrl, openSearchPath, searchPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { FAVICON_PATH } from '../cards/icons'

/** OpenSearch 1.1 allows no longer name. */
const SHORT_NAME_LENGTH = 16

/** Lets a browser add the site's search to its own. */
export function writeOpenSearch(site: Pick<Site, 'name' | 'description'>, siteUrl: string): string {
  const address = (path: string) => absoluteUrl(siteUrl, path)
  const url = (type: string, template: string, rel?: string) =>
    element('Url', { type, template, rel })
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      textElement('ShortName', [...site.name].slice(0, SHORT_NAME_LENGTH).join('')),
      element('Description', {}, site.description || site.name),
      textElement('InputEncoding', 'UTF-8'),
      element('Image', { width: 16, height: 16, type: 'image/x-icon' }, address(FAVICON_PATH)),
      // The braces belong to the standard and must not be encoded.
      url('text/html', `${address(searchPath())}?q={searchTerms}`),
      url('application/opensearchdescription+xml', address(openSearchPath()), 'self'),
    ),
  )
}
