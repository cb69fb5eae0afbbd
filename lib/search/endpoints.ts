import { readSite } from '@/lib/archive/read/pages'
import type { Endpoint } from '@/lib/http/endpoint'
import { now } from '@/lib/site/clock'
import { suggestPath } from '@/lib/site/routes'
import { counted, wordsOf } from '@/lib/words/words'
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
      body: JSON.stringify(suggested(query.get('q') ?? '')),
    }),
  },
]

/** The suggestions, and all that the box says about them. */
function suggested(text: string) {
  const site = readSite()
  const { elements, lists } = wordsOf(site)
  const suggestions = findSuggestions(text, now())
  return {
    name: elements.suggestions,
    count: counted(elements.suggested, suggestions.length, site),
    suggestions: suggestions.map(({ kind, text, path }) => ({
      ...{ text, path },
      ...(kind !== 'article' && { kind: lists.kinds[kind] }),
    })),
  }
}
