import { NEVER } from './visibility'

/** Stored as `application_id` ("BRDS"), which distinguishes an old archive from a file that isn't one. */
export const APPLICATION_ID = 0x42524453

/** An article with a correction, for a row of `bodies`: the index and the queries must spell it alike. */
export const CORRECTED = "json_extract(fields, '$.corrections[0]') IS NOT NULL"

/**
 * `files` is what a rescan compares. `articles` stays narrow because every read passes through it; the texts are in
 * `bodies`. `entries` holds one row for each list in which an article appears (the front page is a list too), in the order
 * in which the list is read; `tie` orders articles of the same time alike on every server. An entry `expires` with its article,
 * or when the same story falls due in a language that the list shows instead.
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
  dir TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime REAL NOT NULL,
  ctime REAL NOT NULL,
  hash TEXT NOT NULL,
  clash TEXT,
  -- from when on its text has to be looked at beside the others again; 0 for at once
  recheck INTEGER,
  -- 1 while readers don't see what is in it, because of an error of the file itself
  refused INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (dir, name)
) WITHOUT ROWID;
CREATE INDEX files_clash ON files (clash) WHERE clash IS NOT NULL;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  due INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  draft INTEGER NOT NULL,
  lead INTEGER NOT NULL,
  tie INTEGER NOT NULL,
  lang TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL UNIQUE,
  summary TEXT NOT NULL
);

CREATE TABLE bodies (id INTEGER PRIMARY KEY, fields TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE vectors (id INTEGER PRIMARY KEY, terms BLOB NOT NULL);

-- the languages that articles have had, by the first parts of their tags
CREATE TABLE languages (lang TEXT PRIMARY KEY) WITHOUT ROWID;

-- which articles say that they are translations, and of which slug
CREATE TABLE translations (article INTEGER PRIMARY KEY, original TEXT NOT NULL);
CREATE INDEX translations_original ON translations (original);

CREATE TABLE aliases (
  path TEXT PRIMARY KEY, folded TEXT NOT NULL, article INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX aliases_article ON aliases (article);
CREATE INDEX aliases_folded ON aliases (folded);
-- folded addresses of articles that are not shown because another file has one of them
CREATE TABLE refused_addresses (
  folded TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (folded, path)
) WITHOUT ROWID;
CREATE INDEX refused_addresses_path ON refused_addresses (path);

CREATE TABLE lists (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, slug)
);
CREATE TABLE entries (
  list INTEGER NOT NULL,
  due INTEGER NOT NULL,
  tie INTEGER NOT NULL,
  article INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (list, due, tie, article)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE texts USING fts5(
  title, labels, body, content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE text_terms USING fts5vocab(texts, 'row');
CREATE TABLE frequencies (term INTEGER PRIMARY KEY, articles INTEGER NOT NULL);

-- what search corrects typing errors by: every folded word of an article, and from its end; 0 for what is a stem only
CREATE TABLE spellings (
  word TEXT PRIMARY KEY, backwards TEXT NOT NULL, whole INTEGER NOT NULL
) WITHOUT ROWID;

-- what is suggested while a reader types: headlines, the newest first by their rowid (see headline-row.ts), and
-- the words of the names of lists
CREATE VIRTUAL TABLE headlines USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii'
);
CREATE TABLE list_words (
  word TEXT NOT NULL, list INTEGER NOT NULL, PRIMARY KEY (word, list)
) WITHOUT ROWID;

-- tags.yaml: one row for each name, canonical or synonym; both are slugs
CREATE TABLE tag_names (
  slug TEXT PRIMARY KEY, tag TEXT NOT NULL, name TEXT NOT NULL, description TEXT
) WITHOUT ROWID;
CREATE INDEX tag_names_tag ON tag_names (tag);

CREATE TABLE pages (
  slug TEXT PRIMARY KEY,
  folded TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  page TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE media (
  path TEXT PRIMARY KEY,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hash TEXT NOT NULL,
  still INTEGER NOT NULL
) WITHOUT ROWID;

-- images whose files can't be shown, and why
CREATE TABLE image_faults (path TEXT PRIMARY KEY, fault TEXT NOT NULL) WITHOUT ROWID;

-- which articles name an image: one beside an article is served while readers see such an article
CREATE TABLE shown_images (
  path TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (path, article)
) WITHOUT ROWID;
CREATE INDEX shown_images_article ON shown_images (article);

-- tags that say more than their addresses, C++ and C#: such may be two tags at one address
CREATE TABLE signed_tags (
  slug TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (slug, path, name)
) WITHOUT ROWID;
CREATE INDEX signed_tags_path ON signed_tags (path);

-- what of each text has to be looked at beside the others (lib/check), and what it led to when that was last done
CREATE TABLE checked_texts (path TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE targets (
  target TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (target, path)
) WITHOUT ROWID;
CREATE INDEX targets_path ON targets (path);

CREATE TABLE problems (
  path TEXT NOT NULL,
  severity TEXT NOT NULL,
  line INTEGER NOT NULL,
  -- what found it (see problems.ts)
  origin TEXT NOT NULL,
  problem TEXT NOT NULL
);
CREATE INDEX problems_path ON problems (path);
CREATE INDEX problems_severity ON problems (severity);

CREATE TABLE changes (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL
);

INSERT INTO lists (id, kind, slug, name) VALUES (1, 'front', '', '');

PRAGMA application_id = ${APPLICATION_ID};
`

/** Bytes of terms that full-text search collects before it writes them: those of 800 articles; usually a megabyte. */
const BUILDING_HASH_BYTES = 4_000_000
const USUAL_HASH_BYTES = 1_048_576

const FULL_TEXT_TABLES = ['texts', 'headlines']

/** How many segments of a full-text index may exist before some are merged: SQLite's defaults. */
const USUAL_MERGE = { automerge: 4, crisismerge: 16 }
/** None are merged until a build ends: merging step by step would take a third of the writer's time. */
const BUILDING_MERGE = { automerge: 0, crisismerge: 1_000 }

const setMerge = (merge: Record<string, number>) =>
  FULL_TEXT_TABLES.flatMap((table) =>
    Object.entries(merge).map(
      ([name, value]) => `INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value});`,
    ),
  ).join('\n')

/** For an archive that is being built; `FINISH` undoes it. */
export const BEGIN = `
INSERT INTO texts (texts, rank) VALUES ('hashsize', ${BUILDING_HASH_BYTES});
${setMerge(BUILDING_MERGE)}
`

/**
 * What a finished archive has in addition: made at the end of the first index, since updating it row by row takes three
 * times as long.
 */
export const FINISH = `
CREATE INDEX IF NOT EXISTS spellings_backwards ON spellings (backwards);
CREATE INDEX IF NOT EXISTS files_name ON files (name);
CREATE INDEX IF NOT EXISTS files_refused ON files (dir, name) WHERE refused = 1;
CREATE INDEX IF NOT EXISTS files_recheck ON files (recheck) WHERE recheck IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_due ON articles (due);
CREATE INDEX IF NOT EXISTS articles_unlisted ON articles (id) WHERE listed = 0;
CREATE INDEX IF NOT EXISTS articles_expires ON articles (expires) WHERE expires < ${NEVER};
CREATE INDEX IF NOT EXISTS articles_lead ON articles (due, tie) WHERE lead = 1 AND listed = 1;
CREATE INDEX IF NOT EXISTS entries_article ON entries (article);
CREATE INDEX IF NOT EXISTS entries_expires ON entries (list, expires) WHERE expires < ${NEVER};
CREATE INDEX IF NOT EXISTS bodies_corrected ON bodies (id) WHERE ${CORRECTED};
CREATE TRIGGER IF NOT EXISTS entry_added AFTER INSERT ON entries
  BEGIN UPDATE lists SET total = total + 1 WHERE id = new.list; END;
CREATE TRIGGER IF NOT EXISTS entry_removed AFTER DELETE ON entries
  BEGIN UPDATE lists SET total = total - 1 WHERE id = old.list; END;
UPDATE lists SET total = (SELECT count(*) FROM entries WHERE entries.list = lists.id);
INSERT INTO texts (texts, rank) VALUES ('hashsize', ${USUAL_HASH_BYTES});
${FULL_TEXT_TABLES.map((table) => `INSERT INTO ${table} (${table}) VALUES ('optimize');`).join('\n')}
${setMerge(USUAL_MERGE)}
PRAGMA optimize;
`
