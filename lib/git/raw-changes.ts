/** What one commit did to one file. Paths are below the repository's root, in Unicode form NFC. */
export type FileChange = {
  path: string
  /** The new content; undefined when the path is no longer a regular file. */
  blob: string | undefined
  /** Whether the path existed before. */
  existed: boolean
  /** The path from which git thinks the content was moved, and the content there. */
  from?: { path: string; blob: string }
}

export type CommitChanges = { hash: string; changes: FileChange[] }

const RECORD = /^:\d{6} (?<mode>\d{6}) (?<before>[0-9a-f]+) (?<blob>[0-9a-f]+) (?<status>[A-Z])\d*$/

/** Git limits a path to 4 KB; a subject has no limit, but nobody reads more than this. */
const MAX_PIECE = 1_048_576

/** Splits git's output at its NUL bytes. Throws if a piece is longer than any that git writes. */
export async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = new Uint8Array()
  const decoder = new TextDecoder()
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk)
    let start = 0
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      yield decoder.decode(bytes.subarray(start, end))
      start = end + 1
    }
    rest = bytes.slice(start)
    if (rest.length > MAX_PIECE) throw new Error('git wrote something that is no list')
  }
  if (rest.length > 0) yield decoder.decode(rest)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Reads the output of `git diff-tree --stdin -z --raw --always`, one commit at a time. */
export async function* commitChanges(
  pieces: AsyncGenerator<string>,
): AsyncGenerator<CommitChanges> {
  let current: CommitChanges | undefined
  try {
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
      const record = RECORD.exec(piece.value)?.groups
      if (record !== undefined) {
        const change = await readChange(record, pieces)
        if (change) current?.changes.push(change)
        continue
      }
      if (current) yield current
      current = { hash: piece.value.trim(), changes: [] }
    }
    if (current) yield current
  } finally {
    await pieces.return(undefined)
  }
}

async function readChange(
  { mode, before, blob, status }: Record<string, string>,
  pieces: AsyncGenerator<string>,
): Promise<FileChange | undefined> {
  const from = status === 'R' ? await nextPath(pieces) : undefined
  const path = await nextPath(pieces)
  if (path === undefined) return undefined
  return {
    path,
    blob: mode?.startsWith('100') ? blob : undefined,
    existed: status === 'M' || status === 'T',
    ...(from !== undefined && before !== undefined && { from: { path: from, blob: before } }),
  }
}

/** Undefined for a path that isn't UTF-8, which can't be an article's. */
async function nextPath(pieces: AsyncGenerator<string>): Promise<string | undefined> {
  const { value, done } = await pieces.next()
  return done || value.includes('\ufffd') ? undefined : value.normalize('NFC')
}
