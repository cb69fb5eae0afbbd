import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { HistoryList } from '@/components/history/history-list'
import { NoticeList } from '@/components/history/notice-list'
import { VersionPage } from '@/components/history/version-page'
import { findHistory, findUpdated, findVersion } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import { shortCommit } from '@/lib/history/short-commit'
import { runs } from '../../support/runs'
import { juneTime, Newsroom, story } from './newsroom'

const rooms: Newsroom[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})

type State = {
  is: 'public' | 'draft' | 'withdrawn' | 'scheduled' | 'expired' | 'broken' | 'removed'
  withheld: boolean
  folder: 'a' | 'b'
  /** Committed beside the published line, and merged with the next one. */
  onBranch: boolean
}

const states = fc.array(
  fc.record({
    is: fc.constantFrom<State['is']>(
      'public',
      'public',
      'public',
      'draft',
      'withdrawn',
      'scheduled',
      'expired',
      'broken',
      'removed',
    ),
    withheld: fc.nat(4).map((each) => each === 0),
    folder: fc.constantFrom<State['folder']>('a', 'b'),
    onBranch: fc.nat(3).map((each) => each === 0),
  }),
  { minLength: 1, maxLength: 9 },
)

/** Words that only that day's version has in its text and headline, and its commit in its subject. */
const textOf = (day: number) => `word${day}x`
const subjectOf = (day: number) => `subject${day}x`

const june = (day: number) => `2025-06-${String(day).padStart(2, '0')}`
const LAST_DAY = 28

/** A day's article. A scheduled one has a date that comes long after another version has replaced it. */
function fileOf(is: State['is'], day: number): string {
  const words = `Some words that stay. ${textOf(day)}`
  const title = `Wall ${textOf(day)}`
  if (is === 'broken') return `---\ntitle: ${title}\nnonsense: 1\n---\n\n${words}\n`
  if (is === 'draft') return story(words, { title, more: 'draft: true' })
  if (is === 'withdrawn') {
    return story(words, {
      title,
      more: `withdrawn: { date: ${june(day)}, reason: ${textOf(day)} }`,
    })
  }
  if (is === 'scheduled') return story(words, { title, date: june(LAST_DAY + 1) })
  if (is === 'expired') return story(words, { title, more: `expires: ${june(day - 1)}` })
  return story(words, { title })
}

/**
 * Commits a version every other day, and a last one that is public; returns the words that nobody may see and those that
 * everyone may.
 */
function publish(room: Newsroom, given: readonly State[]): { secret: string[]; open: string[] } {
  const secret: string[] = []
  const open: string[] = []
  const withheld: string[] = []
  let branch: string | undefined
  room.commit(1, 'Begin')
  for (const [index, { is, folder, withheld: isWithheld, onBranch }] of given.entries()) {
    const day = 2 + index * 2
    if (onBranch && branch === undefined) {
      branch = `edit-${day}`
      room.git('checkout', '-q', '-b', branch)
    }
    room.git('rm', '-q', '-r', '--ignore-unmatch', 'content/articles')
    if (is !== 'removed') room.write(`${folder}/wall.md`, fileOf(is, day))
    const commit = room.commit(day, `Commit ${subjectOf(day)}`)
    if (isWithheld) withheld.push(commit.slice(0, 9))
    const isMerged = onBranch && !given[index + 1]?.onBranch
    // A merge publishes the branch's last state, whatever was withheld on the branch.
    const isSeen = is === 'public' && (isMerged || (!onBranch && !isWithheld))
    ;(isSeen ? open : secret).push(textOf(day))
    ;(isSeen && !isMerged ? open : secret).push(subjectOf(day))
    if (isMerged && branch !== undefined) {
      room.git('checkout', '-q', 'main')
      room.gitAt(juneTime(day + 1), 'merge', '-q', '--no-ff', '-m', 'Merge an edit', branch)
      branch = undefined
    }
  }
  room.git('rm', '-q', '-r', '--ignore-unmatch', 'content/articles')
  room.write('a/wall.md', story('Some words that stay. Last.'))
  room.writeSite(`history:\n  withhold: ${JSON.stringify(withheld)}`)
  room.commit(LAST_DAY, 'Last')
  return { secret, open }
}

/** Everything that the site shows of histories, as data and in pages. */
async function everything(room: Newsroom): Promise<string> {
  const { now, source } = room
  const article = room.article('wall')
  if (article === undefined) throw new Error('The last version is public')
  const history = await findHistory(article, now, source)
  const site = { name: 'Test', description: '', lang: 'en', timeZone: 'UTC', sections: [] }
  const notices = readCorrections(1, now, source)?.notices ?? []
  const said: unknown[] = [history, notices, await findUpdated(article, now, source)]
  said.push(renderToStaticMarkup(createElement(NoticeList, { notices, site })))
  if (history.state === 'available') {
    said.push(
      renderToStaticMarkup(createElement(HistoryList, { slug: 'wall', lang: 'en', site, history })),
    )
  }
  for (const commit of room.git('log', '--all', '--format=%H').split('\n')) {
    const version = await findVersion(article, shortCommit(commit), now, source)
    if (version?.state !== 'available') continue
    said.push(
      renderToStaticMarkup(
        createElement(VersionPage, { ...version, slug: 'wall', lang: 'en', site }),
      ),
    )
  }
  return JSON.stringify(said)
}

/** A run starts some hundred gits, which takes long on a busy machine. */
const TIMEOUT_MS = 600_000

describe('a word that was only ever in a draft, a withheld, an unfinished or a withdrawn version', () => {
  it(
    'is in no response, in whatever order the versions come',
    async () => {
      await fc.assert(
        fc.asyncProperty(states, async (given) => {
          const room = new Newsroom()
          rooms.push(room)
          const { secret, open } = publish(room, given)
          await room.read()
          const said = await everything(room)
          for (const word of secret) expect(said).not.toContain(word)
          // Public words must appear: otherwise the test would pass on an empty page.
          for (const word of open) expect(said).toContain(word)
        }),
        { seed: 9, numRuns: runs(12), endOnFailure: true },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'is in none while the history is read commit by commit, either',
    async () => {
      await fc.assert(
        fc.asyncProperty(states, async (given) => {
          const room = new Newsroom()
          rooms.push(room)
          publish(room, given)
          await room.read()
          const whole = await everything(room)
          const byStep = new Newsroom({ root: room.root, init: false })
          rooms.push(byStep)
          for (const commit of room
            .git('log', '--first-parent', '--reverse', '--format=%H')
            .split('\n')) {
            room.git('reset', '-q', '--hard', commit)
            await byStep.read()
          }
          expect(await everything(byStep)).toBe(whole)
        }),
        { seed: 10, numRuns: runs(4), endOnFailure: true },
      )
    },
    TIMEOUT_MS,
  )
})
