import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { MAX_UNREAD, readPending } from '@/lib/history/store/read-pending'
import { openHistory } from '@/lib/history/store/store-database'

/** More versions than the page of corrections can show changes of. */
const NEWER = 12_000

it('reads the newest changes first, then long histories, then all the others', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'history-pending-'))
  const rows = openHistory(folder)
  try {
    let pos = 0
    const change = (file: number, times: number) => {
      rows.run(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :times)
         INSERT INTO versions (file, pos, path, blob) SELECT :file, :pos + i, 'a.md', 'b' FROM n`,
        { file, times, pos },
      )
      pos += times
      rows.run('INSERT OR IGNORE INTO files (id, slug) VALUES (:file, :slug)', {
        file,
        slug: `s${file}`,
      })
      rows.run('INSERT OR IGNORE INTO pending (file) VALUES (:file)', { file })
    }
    change(1, 2)
    change(2, MAX_UNREAD + 1)
    change(3, MAX_UNREAD)
    change(4, NEWER)
    change(1, 1)
    const order: number[] = []
    for (const files of readPending(rows, 1)) {
      for (const { file } of files) {
        order.push(file)
        rows.run('DELETE FROM pending WHERE file = :file', { file })
      }
    }
    expect(order).toEqual([4, 1, 2, 3])
  } finally {
    rows.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
