/** A term or phrase for full-text search: inside quotes everything is words to FTS5, and no operator. */
export const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`
