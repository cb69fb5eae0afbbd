/** Stored as `application_id` ("BRDH"); the archive's file has a different one. */
export const APPLICATION_ID = 0x42524448

/** Stored as `user_version`. Raise it whenever the tables change, or what is read from the same commits. */
export const SCHEMA_VERSION = 1

/**
 * `commits` are those commits of the published line that changed an article, oldest first by `pos`. `files` are articles by
 * their current place; `path` is null once the file is gone, `slug` stays. `versions` has a row for each commit that
 * changed a file (`blob` is null where it was removed); `facts` is what publication depends on, null until it is read.
 * `pending` are files of several versions with facts missing. `updates` are the changes of words since first publication,
 * computed as if nothing were withheld. Texts are not stored: they are read from git when needed.
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE commits (
  pos INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, time INTEGER NOT NULL, subject TEXT NOT NULL
);

CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT UNIQUE, slug TEXT NOT NULL);
CREATE INDEX files_slug ON files (slug);

CREATE TABLE versions (
  file INTEGER NOT NULL,
  pos INTEGER NOT NULL,
  path TEXT NOT NULL,
  blob TEXT,
  facts TEXT,
  PRIMARY KEY (file, pos)
) WITHOUT ROWID;
CREATE INDEX versions_pos ON versions (pos);

CREATE TABLE pending (file INTEGER PRIMARY KEY);

CREATE TABLE updates (
  time INTEGER NOT NULL, file INTEGER NOT NULL, pos INTEGER NOT NULL, PRIMARY KEY (time, file, pos)
) WITHOUT ROWID;
CREATE INDEX updates_file ON updates (file);

PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`
