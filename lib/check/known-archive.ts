import { z } from 'zod'
import { type Archive, theArchive } from '@/lib/archive/open'
import { fieldsColumn } from '@/lib/archive/stored'
import { splitPath } from '@/lib/content/content-files'
import { bodyAnchors, hasAnchor } from '@/lib/markdown/body-anchors'
import type { Known } from './check-references'

const named = z.object({ name: z.string() })
const text = z.object({ fields: fieldsColumn, body: z.string() })

/** What links and images of one file can lead to, as the archive knows it; for development, where one file is asked for. */
export function knownArchive(archive: Archive = theArchive()): Known {
  const all = (sql: string) => new Set(archive.rows.all(named, sql).map(({ name }) => name))
  return {
    articles: all('SELECT slug AS name FROM articles'),
    pages: all('SELECT slug AS name FROM pages'),
    aliases: all('SELECT path AS name FROM aliases'),
    lists: all(
      `SELECT '/' || kind || 's/' || slug AS name FROM lists WHERE total > 0
       UNION SELECT '/tags/' || slug FROM tag_names`,
    ),
    images: all('SELECT path AS name FROM media'),
    hasFile: (path) =>
      archive.rows.one(
        named,
        'SELECT name FROM files WHERE dir = :dir AND name = :name',
        splitPath(path),
      ) !== undefined,
    anchorsWithout: (slug, anchor) => {
      const sql =
        'SELECT fields, body FROM articles JOIN bodies USING (id) WHERE articles.slug = :slug'
      const found = archive.rows.one(text, sql, { slug })
      if (found === undefined || hasAnchor(found.body, found.fields.lang, anchor)) return undefined
      return bodyAnchors(found.body, found.fields.lang)
    },
  }
}
