import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** The words of each original, separated by one space: their number and SHA-256. */
const originals = [
  {
    slug: 'why-did-japan-skip-the-nato-summit',
    words: 876,
    sha256: '9c99fbdb8d69e12fc21c36c7b7e3e639bba8bc4239aaab23e4762f092804b5d1',
  },
  {
    slug: 'us-forces-japan-chief-calls-new-command-historic-shift',
    words: 1084,
    sha256: 'd8bb13a094ce127c7ca09062746631a629128cee084e95f07b1014a937c40d98',
  },
  {
    slug: 'japan-us-to-continue-tariff-talks-as-july-deadline-nears',
    words: 146,
    sha256: '84b8a50c8c3999a49ad27a08bcc0cdeeb96069de8814b1106ac6a5168740b38e',
  },
  {
    slug: 'editorial-japan-govt-must-reflect-on-illegal-reduction-of-welfare-benefits',
    words: 442,
    sha256: '4035a78a8c0f59ae94657c4e466272e9898b36b6d7b4127912da4c2b80600b1c',
  },
]

const content = path.resolve(import.meta.dirname, '../../../content/articles')

/** An article's words without the marks that make quotations or headings. */
function bodyWords(slug: string): string[] {
  const file = readFileSync(path.join(content, `${slug}.md`), 'utf8')
  const body = file.split('---\n').slice(2).join('---\n')
  return body.replace(/^> ?/gm, '').replace(/^## /gm, '').trim().split(/\s+/)
}

it.each(originals)(
  '$slug has the words of the original, every one and in order',
  ({ slug, words, sha256 }) => {
    const found = bodyWords(slug)
    expect(found).toHaveLength(words)
    expect(createHash('sha256').update(found.join(' ')).digest('hex')).toBe(sha256)
  },
)
