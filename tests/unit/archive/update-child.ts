import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'

/** Run by kill.test.ts in a separate process: updates an archive, and reports each transaction. */
const [, , contentDir = '', dataDir = ''] = process.argv
const keeper = new ArchiveWriter({
  contentDir,
  dataDir,
  now: () => new Date('2025-07-01T00:00:00Z'),
  wait: () => Promise.resolve(),
  onProgress: ({ done }) => process.stdout.write(`${done}\n`),
})
await keeper.update()
process.stdout.write('done\n')
keeper.close()
