import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findRanking, searchContext } from '@/lib/search/find-ranking'
import { parseQuery } from '@/lib/search/parse-query'
import { ContentFolder } from '../archive/content-folder'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/word-families')

type Family = { base: string; forms: string[]; others: string[] }

/** `base: its other forms | words that only look like it`, one family per line. */
function familiesOf(lang: string): Family[] {
  const lines = readFileSync(path.join(FIXTURES, `${lang}.txt`), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, base, forms, others] = /^([^#:]+): (.+) \| (.+)$/.exec(line) ?? []
    if (base === undefined || forms === undefined || others === undefined) return []
    return [{ base, forms: [base, ...forms.split(' ')], others: others.split(' ') }]
  })
}

/** For each word, an article that contains it among others. */
const SENTENCES: Record<string, (word: string) => string> = {
  ar: (word) => `قيل في لندن ${word} مرة اخرى.`,
  de: (word) => `In London hieß es gestern ${word} noch einmal.`,
  es: (word) => `En Londres apareció ${word} inesperadamente.`,
  fr: (word) => `On lisait ${word} à Londres.`,
  ko: (word) => `런던 거리 ${word} 다시 나왔다.`,
  pt: (word) => `Em Londres apareceu ${word} inesperadamente.`,
  ru: (word) => `В Лондоне писали ${word} ещё раз.`,
}

const FOUND = 0.9
const WRONG = 0.1

test.each(Object.keys(SENTENCES))(
  '%s: a noun is found in all its forms, and no other',
  async (lang) => {
    const families = familiesOf(lang)
    expect(families).toHaveLength(50)
    const folder = new ContentFolder()
    folder.write('site.yaml', `name: Test\ndescription: A test\nlang: ${lang}\ntimeZone: UTC\n`)
    const words = [...new Set(families.flatMap(({ forms, others }) => [...forms, ...others]))]
    words.forEach((word, i) => {
      folder.article(`a${i}`, [`title: "${i}"`], SENTENCES[lang]?.(word))
    })
    await folder.update()
    const context = searchContext(folder.now, folder.archive)
    const count = { sought: 0, found: 0, wrong: 0, shown: 0 }
    const faults: string[] = []
    for (const { base, forms } of families) {
      const { matches, corrections } = findRanking(parseQuery(base), context)
      const shown = new Set(matches.map(({ slug }) => words[Number(slug.slice(1))] ?? ''))
      const wrong = [...shown].filter((word) => !forms.includes(word))
      const missed = forms.filter((form) => !shown.has(form))
      expect(corrections).toEqual([])
      count.sought += forms.length
      count.found += forms.length - missed.length
      count.shown += shown.size
      count.wrong += wrong.length
      if (missed.length + wrong.length > 0) faults.push(`${base}: −${missed} +${wrong}`)
    }
    const told = faults.join('; ')

    expect(count.found / count.sought, told).toBeGreaterThanOrEqual(FOUND)
    expect(count.wrong / count.shown, told).toBeLessThanOrEqual(WRONG)
  },
)
