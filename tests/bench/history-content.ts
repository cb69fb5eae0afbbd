import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { generateArticle, randomFrom } from './archive-content'

/** A commit of its own publishes each article, and two more change it, sometimes in another folder. */
export const COMMITS_OF_ARTICLE = 3
const MOVES = 200
const SITE = 'name: Bench\ndescription: Generated\nlang: en\ntimeZone: UTC\n'
/** Commits far enough apart for git to order, with the last one still in the past. */
const FIRST_COMMIT = 1_400_000_000

const CHUNK = 1_000_000

/** Without these, glibc would return memory to the system and request it again for each of git's objects. */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: '268435456', MALLOC_TOP_PAD_: '67108864' }

type Edition = { path: string; text: string }

/** Writes a repository of generated articles with their histories, and checks out its latest state. */
export async function writeRepository(folder: string, articles: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await git(folder, ['init', '-q', '-b', 'main'])
  await git(folder, ['fast-import', '--quiet'], commits(articles))
  await git(folder, ['checkout', '-q', '-f', 'main'])
}

/** First a new article, then a change to one that is a few days old, as most are, then a change to any one. */
function* commits(articles: number): Generator<string> {
  const random = randomFrom(4)
  const editions: Edition[] = []
  const changes: number[] = []
  let mark = 0
  const commit = (subject: string, files: string) => {
    const time = FIRST_COMMIT + mark++ * 900
    const who = `committer Bench <bench@example.org> ${time} +0000`
    return `commit refs/heads/main\n${who}\n${data(subject)}${files}\n`
  }
  yield commit('Begin', modify({ path: 'site.yaml', text: SITE }))
  const change = (number: number) => {
    const before = editions[number]
    if (before === undefined) throw new Error(`There is no article ${number} yet`)
    const nth = (changes[number] ?? 0) + 1
    changes[number] = nth
    const isMove = Math.floor(random() * MOVES) === 0
    const path = isMove ? before.path.replace('articles/', `articles/moved-${nth}/`) : before.path
    const after = { path, text: edited(before.text, number, nth) }
    editions[number] = after
    const gone = isMove ? `D content/${before.path}\n` : ''
    return commit(`Correct story ${number}`, gone + modify(after))
  }
  for (let number = 0; number < articles; number++) {
    const article = generateArticle(number)
    editions.push(article)
    yield commit(`Publish story ${number}`, modify(article))
    yield change(Math.max(0, number - 5 - Math.floor(random() * 20)))
    yield change(Math.floor(random() * (number + 1)))
  }
}

/** The text with one more sentence in one of its paragraphs. */
function edited(text: string, number: number, nth: number): string {
  const paragraphs = text.split('\n\n')
  const at = 1 + ((number + nth) % (paragraphs.length - 1))
  paragraphs[at] = `Change ${nth} of story ${number}. ${paragraphs[at]}`
  return paragraphs.join('\n\n')
}

const modify = ({ path, text }: Edition) => `M 100644 inline content/${path}\n${data(text)}`
const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

async function git(folder: string, args: string[], input: Iterable<string> = []): Promise<void> {
  const env = { ...process.env, ...KEEP_MEMORY }
  const child = spawn('git', args, { cwd: folder, env, stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(child, 'close')
  for (const text of inChunks(input)) {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`git ${args[0]} ended by ${code}`)
}

/** A pipe waits for room at each write: many small ones take longer than git itself. */
function* inChunks(texts: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const text of texts) {
    chunk += text
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
