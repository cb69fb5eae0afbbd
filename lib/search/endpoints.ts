import type { Endpoint } from '@/lib/http/endpoint'
import { now } from '@/lib/site/clock'
import { suggestPath } from '@/lib/site/routes'
import { findSuggestions } from './find-suggestions'

/** What the search box shows while a reader types: reads of a millisecond, so they need no thread. */
export const searchEndpoints: readonly Endpoint[] = [
  {
    methods: ['GET'],
    path: suggestPath(),
    handle: ({ query }) => ({
      status: 200,
      type: 'application/json; charset=utf-8',
      headers: { 'X-Robots-Tag': 'noindex' },
      body: JSON.stringify({ suggestions: findSuggestions(query.get('q') ?? '', now()) }),
    }),
  },
]
