import { contentHash } from '../front/etag'
import { IMMUTABLE, NOT_KEPT } from '../front/headers'
import { type Header, Representation } from '../front/representation'
import { bundleElements } from './elements-bundle'

/** What we make for browsers ourselves, in memory, under a name that changes with its content. */
export type Assets = {
  /** Address of the elements module; undefined when there are no elements. */
  modulePath: string | undefined
  speculationRulesPath: string
  find(pathname: string): Promise<Representation | undefined>
}

/**
 * A reader whose pointer rests on a link to an article gets it fetched, not run: a prerender would also load its
 * images on a line that may be metered.
 */
const SPECULATION_RULES = {
  prefetch: [
    {
      where: {
        and: [{ href_matches: '/articles/*' }, { not: { href_matches: '/articles/*\\?*' } }],
      },
      eagerness: 'moderate',
    },
  ],
}

const SCRIPT = 'text/javascript; charset=utf-8'

export async function prepareAssets(options: {
  root: string
  dev: boolean
  always: readonly Header[]
}): Promise<Assets> {
  const { root, dev, always } = options
  const represent = (type: string, body: Buffer, freshness: readonly Header[]) =>
    new Representation({ status: 200, type, body, headers: [...always, ...freshness] })

  const rules = Buffer.from(JSON.stringify(SPECULATION_RULES))
  const speculationRulesPath = `/assets/speculation-${contentHash(rules)}.json`
  const fixed = new Map([
    [speculationRulesPath, represent('application/speculationrules+json', rules, IMMUTABLE)],
  ])
  const elements = await bundleElements(root, !dev)
  if (elements === undefined) {
    return { modulePath: undefined, speculationRulesPath, find: async (name) => fixed.get(name) }
  }
  const modulePath = dev ? '/assets/elements.js' : `/assets/elements-${contentHash(elements)}.js`
  const module = represent(SCRIPT, elements, IMMUTABLE)
  if (!dev) {
    // Every first visit loads it: nobody should get it as quick brotli leaves it.
    await module.variant('br')
    await module.improve()
  }
  fixed.set(modulePath, module)
  return {
    modulePath,
    speculationRulesPath,
    async find(pathname) {
      if (!dev || pathname !== modulePath) return fixed.get(pathname)
      return represent(SCRIPT, (await bundleElements(root, false)) ?? Buffer.alloc(0), NOT_KEPT)
    },
  }
}
