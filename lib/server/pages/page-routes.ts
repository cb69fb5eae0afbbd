import { readdirSync } from 'node:fs'
import path from 'node:path'

export type MatchedRoute = { route: string; params: Record<string, string> }

/** The routes of the site's pages as Next derives them from the folders of app/: `/articles/[slug]`. */
export function listPageRoutes(appDir: string): string[] {
  return readdirSync(appDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`.replace(/\/\.$/, '/'))
}

/** Finds the route of a decoded pathname; undefined when no page of the site has such an address. */
export function routeMatcher(
  routes: readonly string[],
): (pathname: string) => MatchedRoute | undefined {
  const patterns = routes
    .toSorted((a, b) => countParams(a) - countParams(b))
    .map((route) => ({ route, pattern: patternOf(route) }))
  return (pathname) => {
    for (const { route, pattern } of patterns) {
      const match = pattern.exec(pathname)
      if (match !== null) return { route, params: { ...match.groups } }
    }
    return undefined
  }
}

const PARAM = /\[(\.\.\.)?(\w+)\]/g

/** As in Next, a literal segment takes precedence over a parameter. */
const countParams = (route: string) => route.match(PARAM)?.length ?? 0

const patternOf = (route: string) =>
  new RegExp(
    `^${route.replace(PARAM, (_, rest, name) => `(?<${name}>${rest ? '.+' : '[^/]+'})`)}$`,
    'u',
  )
