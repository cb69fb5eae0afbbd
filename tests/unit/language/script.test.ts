import { expect, test } from 'vitest'
import { isWrittenIn, scriptOf } from '@/lib/language/script'

test.each([
  ['ar', 'arab'],
  ['fa', 'arab'],
  ['ur', 'arab'],
  ['hi', 'deva'],
  ['bn', 'deva'],
  ['he', 'hebr'],
  ['th', 'thai'],
  ['ja', 'jpan'],
  ['zh', 'hans'],
  ['zh-Hant', 'hant'],
  ['zh-TW', 'hant'],
  ['ko-KR', 'kore'],
  ['en', 'latn'],
  ['ru', 'latn'],
])('type of %s is set as %s', (lang, script) => {
  expect(scriptOf(lang)).toBe(script)
})

test.each([
  ['release', 'en', true],
  ['release', 'ko', false],
  ['школа', 'ru', true],
  ['школа', 'de', false],
  ['요금', 'ko', true],
  ['港', 'ja', true],
  ['港', 'zh-Hant', true],
  ['الكتاب', 'fa', true],
])('%s in %s: %s', (word, lang, expected) => {
  expect(isWrittenIn(word, lang)).toBe(expected)
})
