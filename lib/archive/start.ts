import type { Problem } from '@/lib/article/problem'
import { now } from '@/lib/clock'
import { ArchiveKeeper } from './keeper'
import { announceChange } from './report'
import { type ArchiveStatus, readStatus } from './status'

export type ArchiveLog = {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export type StartOptions = {
  contentDir: string
  dataDir: string
  log: ArchiveLog
  /** Hears of each change's tags, after they were announced. */
  onChange?: (tags: readonly string[]) => void
}

/** Paths below the content folder, and every problem there is now. */
export type RefreshResult = {
  added: string[]
  changed: string[]
  removed: string[]
  problems: Problem[]
}

export type RunningArchive = {
  status(): ArchiveStatus
  /** Looks at the folder now; resolves when what it found is visible. */
  refresh(): Promise<RefreshResult>
  stop(): Promise<void>
}

/** Resolves when the archive holds what the content folder held. */
export async function startArchive(options: StartOptions): Promise<RunningArchive> {
  const keeper = new ArchiveKeeper({
    ...options,
    now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onStored: ({ tags }) => {
      if (tags.size === 0) return
      announceChange([...tags])
      options.onChange?.([...tags])
    },
  })
  const status = () => {
    if (keeper.rows === undefined) throw new Error('The archive is not built yet')
    return readStatus(keeper.rows, now())
  }
  const refresh = async () => {
    const { added, changed, removed } = await keeper.update()
    return { added, changed, removed, problems: status().problems }
  }
  await refresh()
  return { status, refresh, stop: async () => keeper.close() }
}
