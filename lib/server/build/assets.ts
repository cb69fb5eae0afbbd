import { contentHash } from '../front/etag'
import { IMMUTABLE, NOT_KEPT } from '../front/headers'
import { type Header, Representation } from '../front/representation'
import { bundleElements, readElements, type ScriptModule } from './elements-bundle'

/** Our own files for browsers, in memory, with names that change with their content. */
export type Assets = {
  /** The address of the elements' first module; undefined when there are no elements. */
  modulePath: string | undefined
  speculationRulesPath: string
  find(pathname: string): Promise<Representation | undefined>
}

/**
 * When a reader's pointer rests on a link to an article, the browser fetches it but doesn't prerender it: a prerender would
 * also load its images, perhaps on a metered line.
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
  /** The build of the pages; none in development. */
  buildDir: string | undefined
  always: readonly Header[]
}): Promise<Assets> {
  const { root, buildDir, always } = options
  const represent = (type: string, body: Buffer, freshness: readonly Header[]) =>
    new Representation({ status: 200, type, body, headers: [...always, ...freshness] })

  const rules = Buffer.from(JSON.stringify(SPECULATION_RULES))
  const speculationRulesPath = `/assets/speculation-${contentHash(rules)}.json`
  const fixed = new Map([
    [speculationRulesPath, represent('application/speculationrules+json', rules, IMMUTABLE)],
  ])
  const modules =
    buildDir === undefined ? await bundleElements(root, false) : readElements(buildDir)
  const first = modules.find(({ isFirst }) => isFirst)
  const modulePath = first && addressOf(first)
  for (const each of modules) {
    const module = represent(SCRIPT, each.body, IMMUTABLE)
    if (buildDir !== undefined) {
      // Every first visit loads the modules, so they get the best brotli before anyone requests them.
      await module.variant('br')
      await module.improve()
    }
    fixed.set(addressOf(each), module)
  }
  return {
    modulePath,
    speculationRulesPath,
    async find(pathname) {
      if (buildDir !== undefined || !pathname.endsWith('.js')) return fixed.get(pathname)
      const fresh = await bundleElements(root, false)
      const asked = fresh.find((each) => addressOf(each) === pathname)
      return asked && represent(SCRIPT, asked.body, NOT_KEPT)
    },
  }
}

/** All in one folder, since they import one another by name. */
const addressOf = ({ name }: ScriptModule) => `/assets/${name}`
