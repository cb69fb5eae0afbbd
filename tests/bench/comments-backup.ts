import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { sqliteSource } from '@/lib/comments/commands/backup-sources'
import { storeBackup } from '@/lib/comments/commands/store-backup'
import { COMMENTS_FILE } from '@/lib/comments/store/open-database'
import { readSecretKey } from '@/lib/comments/store/secret-key'
import { now } from '@/lib/site/clock'
import { startWriter } from '../support/kill-writers'
import type { BenchRow } from './archive'

const PER_SECOND = 100
const KILLS = 4
const BACKUPS_A_KILL = 5

function textsIn(file: string): Set<string> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = database.prepare('select text from comments').all()
    return new Set(rows.map(({ text }) => String(text)))
  } finally {
    database.close()
  }
}

/** Makes a backup every second beside a process that accepts a hundred comments a second and is killed every few backups. */
export async function benchBackups(folder: string): Promise<BenchRow> {
  const [dataDir, target] = [path.join(folder, 'backed-up'), path.join(folder, 'backup')]
  readSecretKey(dataDir)
  const acknowledged: string[] = []
  let [next, missing, backups] = [0, 0, 0]
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = await startWriter(path.join(dataDir, COMMENTS_FILE), next, {
      perSecond: PER_SECOND,
    })
    const lines = createInterface(writer.stdout).on('line', (number) => {
      acknowledged.push(`Comment ${number}`)
      next = Math.max(next, Number(number) + 1)
    })
    await once(lines, 'line')
    for (let backup = 0; backup < BACKUPS_A_KILL; backup++) {
      await sleep(1000)
      const promised = [...acknowledged]
      await storeBackup(target, sqliteSource(dataDir), { app: 'bench', now: now() })
      const held = textsIn(path.join(target, COMMENTS_FILE))
      missing += promised.filter((text) => !held.has(text)).length
      backups++
    }
    writer.kill('SIGKILL')
    await once(writer, 'close')
  }
  return {
    what: `acknowledged comments missing in ${backups} backups, one a second under ${PER_SECOND} posts a second, ${KILLS} kills`,
    measured: `${missing} of ${acknowledged.length}`,
    goal: '0',
  }
}
