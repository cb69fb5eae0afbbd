import { commentCommands } from '@/lib/comments/commands/commands'
import { openCommentDatabase } from '@/lib/comments/store/open-database'
import { now } from '@/lib/site/clock'
import { type Command, runCommand } from './run-command'

const USAGE = `npm run comments -- COMMAND

  list [pending|approved|rejected]   one comment a line, as JSON; pending unless told otherwise
  approve ID…                        publish
  reject ID…                         take off the page, keep for thirty days
  delete ID…                         delete for good
  block ID…                          hold all comments from the same network for a day
  reply ID NAME TEXT                 answer as an editor
  trail                              what was done, newest first
  reports [open|settled|dismissed]   mistakes that readers reported, one a line, as JSON; open unless told otherwise
  settle ID…                         a reported mistake was seen to
  dismiss ID…                        it was none
  export                             everything as JSON lines on standard output, also while the site runs
  import FILE                        takes an export in; comments that exist already stay as they are
  import FILE --from NAME            the same from another system: wordpress or disqus
  export-person NAME                 the comments signed with exactly this name
  erase-person NAME                  deletes them for good
  sign-in                            an address that opens /moderate once, within ten minutes
`

/** `npm run comments -- …`: may run beside a server, which notices the changes. */
export const comments: Command = async ([name = '', ...parameters], { stdout, stderr, env }) => {
  const command = commentCommands[name]
  if (command === undefined) {
    stderr.write(USAGE)
    return name === '' || name === 'help' ? 0 : 1
  }
  const settings = env()
  const database = openCommentDatabase(settings, {
    log: (message) => stderr.write(`${message}\n`),
    announce: () => {},
    watch: false,
  })
  const say = (line: string) => stdout.write(`${line}\n`)
  const complain = (line: string) => stderr.write(`${line}\n`)
  try {
    const isOpen = (await database.open()).ok
    if (!isOpen) return 1
    const done = await command({ database, settings, now: now(), say, complain }, parameters)
    return done ? 0 : 1
  } finally {
    await database.close()
  }
}

await runCommand(import.meta.url, comments)
