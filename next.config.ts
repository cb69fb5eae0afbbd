import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'

/** Where Next builds; lib/server/build/build.ts renames the folder when it is whole. */
export const BUILDING = '.next/new'

export const config: NextConfig = {
  // Metadata stays in <head>: a dynamic page otherwise streams it into the body and moves it by script.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // The front compresses, tags and caches finished documents itself (lib/server).
  compress: false,
  generateEtags: false,
  devIndicators: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: true,
  // Types are a check of their own (`npm run check`), so that `npm start` on a server builds in seconds.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@photostructure/sqlite', 'sharp', 'pg', 'kysely'],
  experimental: {
    // The names in a stack trace tell more than line numbers do, and maps of the sources would take 50 MB (lib/server/pages/next-pages.ts).
    serverMinification: false,
    cssChunking: 'graph',
    // The code of a page is loaded for its first request, so that the start loads only that of the front page.
    preloadEntriesOnStart: false,
  },
}

/** Settings for a phase of Next's. */
export const forPhase = (phase: string, own: NextConfig): NextConfig =>
  phase === PHASE_PRODUCTION_BUILD ? { ...own, distDir: BUILDING } : own

export default (phase: string) => forPhase(phase, config)
