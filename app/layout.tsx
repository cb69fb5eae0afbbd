// First, so that the order of the cascade's layers is set before any component's styles.
import './styles/index.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { AccentStyle } from '@/components/site/accent-style'
import { elementWords } from '@/components/site/element-words'
import { frameLanguage, languageAttributes } from '@/components/site/language-attributes'
import { Masthead } from '@/components/site/masthead'
import { SiteFooter } from '@/components/site/site-footer'
import { SkipLink } from '@/components/site/skip-link'
import { ThemeScript } from '@/components/site/theme-script'
import { readPlainPages, readSite } from '@/lib/archive/read/pages'
import { footerLinks, mastheadLinks } from '@/lib/article/menu'
import { askAddress } from '@/lib/running/report'
import { SMALL_ICON_PATH, VECTOR_ICON_PATH } from '@/lib/share/cards/icons'
import { DARK_PAPER, LIGHT_PAPER } from '@/lib/site/colour'
import { env } from '@/lib/site/env'
import { manifestPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'

/** Pages are rendered on request and kept by the front; nothing is prerendered, so a build takes seconds. */
export const dynamic = 'force-dynamic'

/** A language of the script that the styles are for where no class says another. */
const LATIN = 'en'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: LIGHT_PAPER },
    { media: '(prefers-color-scheme: dark)', color: DARK_PAPER },
  ],
}

export function generateMetadata(): Metadata {
  const site = readSite()
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: site.name, template: `%s | ${site.name}` },
    description: site.description,
    robots: { 'max-image-preview': 'large' },
    icons: site.icon
      ? { icon: { url: SMALL_ICON_PATH, type: 'image/png' } }
      : { icon: { url: VECTOR_ICON_PATH, type: 'image/svg+xml' } },
    manifest: manifestPath(),
  }
}

export default function Layout({ children }: { children: ReactNode }) {
  const site = readSite()
  const pages = readPlainPages().map(({ slug, title }) => ({ slug, name: title }))
  return (
    <html
      {...languageAttributes(site.lang, LATIN)}
      data-time-zone={site.timeZone}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript />
        <AccentStyle site={site} />
      </head>
      <body {...frameLanguage(site)} {...elementWords(wordsOf(site).elements)}>
        <SkipLink site={site} />
        <Masthead
          site={site}
          links={mastheadLinks(site, pages)}
          path={askAddress.ask(undefined)?.split('?')[0]}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} links={footerLinks(site, pages)} />
      </body>
    </html>
  )
}
