import { addressKey, slugFault, slugFromPath, slugify } from '@/lib/article/slug'
import { slugOfTitle } from '@/lib/front-matter/new-article'
import type { OldOutline } from '../old-text'

type Known = {
  /** Where a text went in an earlier run. */
  pathOf(id: string): string | undefined
  /** Files of the folder that aren't this import's. */
  taken: Iterable<string>
}

/** A path below the content folder for each text: the one of earlier runs, or its old slug, which no other file has. */
export function choosePaths(outlines: readonly OldOutline[], known: Known): Map<string, string> {
  const used = new Set([...known.taken].map(keyOfPath))
  const paths = new Map<string, string>()
  for (const { id } of outlines) {
    const path = known.pathOf(id)
    if (path === undefined) continue
    paths.set(id, path)
    used.add(keyOfPath(path))
  }
  for (const outline of outlines) {
    if (paths.has(outline.id)) continue
    const path = freePath(outline, used)
    used.add(keyOfPath(path))
    paths.set(outline.id, path)
  }
  return paths
}

const keyOfPath = (path: string) =>
  `${path.startsWith('pages/') ? 'page' : 'article'} ${addressKey(slugFromPath(path))}`

function freePath(outline: OldOutline, used: ReadonlySet<string>): string {
  const folder = folderOf(outline)
  const wanted = slugOf(outline)
  for (let n = 1; ; n++) {
    const path = `${folder}/${n === 1 ? wanted : `${wanted}-${n}`}.md`
    if (!used.has(keyOfPath(path))) return path
  }
}

const folderOf = ({ kind, date }: OldOutline) => {
  if (kind === 'page') return 'pages'
  const year = /^\d{4}/.exec(date ?? '')?.[0]
  return year === undefined ? 'articles' : `articles/${year}`
}

/** The old slug where it can be an address here; else one made of it, of the title, or of the number. */
function slugOf({ slug, title, id, kind }: OldOutline): string {
  // The name of the system is before the colon.
  const own = slugify(id.slice(id.indexOf(':') + 1))
  const last = `${kind}-${own.slice(-40)}`
  const candidates = [slug.normalize('NFC'), slugify(slug).slice(0, MAX_MADE), slugOfTitle(title)]
  const numbered = candidates
    .filter((each) => each !== '')
    .map((each) => `${slugify(each).slice(0, MAX_MADE)}-${own.slice(-20)}`)
  return [...candidates, ...numbered].find((each) => slugFault(each) === undefined) ?? last
}

const MAX_MADE = 60
