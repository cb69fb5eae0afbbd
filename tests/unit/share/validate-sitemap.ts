import { readFileSync } from 'node:fs'
import path from 'node:path'
import { validateXML } from 'xmllint-wasm'

const read = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.resolve('tests/fixtures/share', fileName), 'utf8'),
})

/** What libxml2 finds wrong with a sitemap, a sitemap index or a news sitemap, by its schema. */
export async function sitemapFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [read('all-sitemaps.xsd')],
    preload: ['siteindex.xsd', 'sitemap.xsd', 'news-sitemap.xsd', 'xhtml-link.xsd'].map(read),
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
