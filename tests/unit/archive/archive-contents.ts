import type { ContentFolder } from './content-folder'

/** Everything in the archive, in an order that doesn't depend on how it was built. */
export function contents(folder: ContentFolder) {
  const { database } = folder.archive.rows
  const all = (sql: string): unknown[] => database.prepare(sql).all()
  return {
    articles: all('SELECT slug, path, due, expires, listed, summary FROM articles ORDER BY slug'),
    bodies: all('SELECT slug, fields, body FROM articles JOIN bodies USING (id) ORDER BY slug'),
    files: all('SELECT dir, name, hash FROM files ORDER BY dir, name'),
    images: all(
      'SELECT i.path, slug FROM shown_images i JOIN articles ON id = article ORDER BY 1, 2',
    ),
    lists: all('SELECT kind, slug, total FROM lists WHERE total > 0 ORDER BY kind, slug'),
    terms: all('SELECT term, doc, cnt FROM text_terms ORDER BY term'),
    frequencies: all('SELECT term, articles FROM frequencies WHERE articles > 0 ORDER BY term'),
    size: all("SELECT key, CAST(value AS INTEGER) AS value FROM meta WHERE key LIKE 'vector%'"),
  }
}
