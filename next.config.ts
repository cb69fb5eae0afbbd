import type { NextConfig } from 'next'

const config: NextConfig = {
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
  },
}

export default config
