import path from 'node:path'
import { expect, test } from 'vitest'
import { words } from '@/lib/language/words'
import { onRead } from '@/lib/running/report'
import { type Draft, NOW } from '../../support/archive-of'
import { railOf, railOfFolder } from './rail-of'

const TARIFFS = {
  title: 'Akazawa meets Lutnick over tariffs',
  text: 'Chief negotiator Ryosei Akazawa met Commerce Secretary Howard Lutnick in Washington. They discussed the tariffs on cars and steel, and the reciprocal tariffs that end their pause in July. Akazawa said the talks on tariffs were fruitful.',
}
const MORE_TARIFFS = {
  title: 'Carmakers fear tariffs as talks drag on',
  text: 'Carmakers in Nagoya fear the American tariffs. The negotiator, Ryosei Akazawa, will fly to Washington again, hoping that Lutnick lowers the tariffs on cars.',
}
const WELFARE = {
  title: 'Court rules welfare cuts illegal',
  text: 'The Supreme Court ruled that cuts to living assistance between 2013 and 2015 were illegal. Recipients of welfare had sued the ministry, which based the benefits on falling prices of computers.',
}
const MORE_WELFARE: Draft = {
  title: 'Ministry to repay welfare recipients',
  text: 'The ministry will repay recipients of welfare after the Supreme Court ruling. Living assistance had been cut by a tenth, and benefits were based on deflation.',
}
const FOOTBALL: Draft = {
  title: 'Late goal takes Kobe to the final',
  text: 'A header in the last minute took Kobe past Osaka. The striker had been on the bench; the goalkeeper saved a penalty before half time.',
}

test('articles on the same story come first', async () => {
  const { rail } = await railOf({
    tariffs: TARIFFS,
    welfare: WELFARE,
    football: FOOTBALL,
    cars: MORE_TARIFFS,
    repay: MORE_WELFARE,
  })
  expect(rail('tariffs')[0]).toBe('cars')
  expect(rail('cars')[0]).toBe('tariffs')
  expect(rail('welfare')[0]).toBe('repay')
  expect(rail('repay')[0]).toBe('welfare')
})

test('an article is never beside itself, and each other one appears once', async () => {
  const { rail } = await railOf({ tariffs: TARIFFS, cars: MORE_TARIFFS, welfare: WELFARE })
  expect(rail('tariffs').sort()).toEqual(['cars', 'welfare'])
})

test('newer and older stories are both included', async () => {
  const { rail } = await railOf({
    first: {
      title: 'Akazawa flies to Washington',
      date: '2025-03-01',
      text: `${TARIFFS.text} It was the first round.`,
    },
    middle: { ...TARIFFS, date: '2025-05-01', text: MORE_TARIFFS.text },
    last: {
      ...MORE_TARIFFS,
      date: '2025-06-20',
      text: `Akazawa left Washington without a deal on tariffs on cars. Lutnick said the pause ends.`,
    },
  })
  expect(rail('middle').sort()).toEqual(['first', 'last'])
})

test('as long as another article exists the rail is not empty', async () => {
  const { rail } = await railOf({
    only: { title: 'Aaa', text: 'Bbb ccc.' },
    unlike: { title: 'Ddd', text: 'Eee fff.' },
  })
  expect(rail('only')).toEqual(['unlike'])
})

test('an archive of one article has an empty rail', async () => {
  const { rail } = await railOf({ only: TARIFFS })
  expect(rail('only')).toEqual([])
})

test('when words lead nowhere, a shared tag comes before a newer article', async () => {
  const { rail } = await railOf({
    chess: { title: 'Aaa', head: 'tags: [Chess]', text: 'Bbb ccc.' },
    tagged: { title: 'Ddd', head: 'tags: [Chess]', date: '2025-01-01', text: 'Eee fff.' },
    newer: { title: 'Ggg', date: '2025-06-30', text: 'Hhh iii.' },
  })
  expect(rail('chess')).toEqual(['tagged', 'newer'])
})

test('one agency text from two sources appears once, with the other source', async () => {
  const agency = `${MORE_TARIFFS.text} The industry ministry expects exports to fall by a tenth in the coming quarter. Analysts in Tokyo called the outlook bleak, and the yen lost half a percent against the dollar.`
  const { items } = await railOf({
    tariffs: TARIFFS,
    jiji: { title: 'Carmakers fear tariffs', head: 'source: { name: Jiji Press }', text: agency },
    times: {
      title: 'Nagoya worries over tariffs',
      head: 'source: { name: Japan Times, url: "https://japantimes.example/" }',
      date: '2025-06-29',
      text: `NAGOYA - ${agency.replace('half a percent', '0.5%')} (Jiji)`,
    },
    welfare: WELFARE,
  })
  const [first, second, ...rest] = items('tariffs')
  expect(['jiji', 'times']).toContain(first?.slug)
  const other = first?.slug === 'jiji' ? 'Japan Times' : 'Jiji Press'
  expect(first?.alsoIn.map(({ name }) => name)).toEqual([other])
  expect(second?.slug).toBe('welfare')
  expect(rest).toEqual([])
})

test('the reader’s own text is never shown, not even if there is nothing else', async () => {
  const text = `${TARIFFS.text} ${WELFARE.text}`
  const { rail } = await railOf({
    here: { title: 'Akazawa meets Lutnick', text },
    copy: { title: 'Akazawa and Lutnick meet', text },
    football: FOOTBALL,
  })
  expect(rail('here')).toEqual(['football'])
})

test('says why in words that both articles have', async () => {
  const { items, article } = await railOf({
    tariffs: TARIFFS,
    cars: MORE_TARIFFS,
    welfare: WELFARE,
    repay: MORE_WELFARE,
    football: FOOTBALL,
  })
  const [first] = items('tariffs')
  expect(first?.reason).toEqual({ kind: 'names', names: ['Ryosei Akazawa', 'Washington'] })
  for (const slug of ['tariffs', 'cars', 'welfare', 'repay', 'football']) {
    for (const item of items(slug)) {
      for (const each of [article(slug), article(item.slug)]) {
        const known = new Set(words(`${each.title} ${each.body}`))
        const named = item.reason?.names.join(' ') ?? ''
        expect(words(named).filter((word) => !known.has(word))).toEqual([])
      }
    }
  }
})

test.each([
  ['a draft', { head: 'draft: true' }],
  ['an article of the future', { date: '2025-07-02' }],
  ['an expired one', { head: 'expires: 2025-06-30' }],
  ['a withdrawn one', { head: 'withdrawn: { date: 2025-06-29, reason: Wrong }' }],
])('%s is in no rail', async (_, hidden) => {
  const { rail } = await railOf({
    tariffs: TARIFFS,
    cars: { ...MORE_TARIFFS, ...hidden },
    welfare: WELFARE,
  })
  expect(rail('tariffs')).toEqual(['welfare'])
})

test('an article that falls due enters the rail, one that expires leaves it', async () => {
  const { rail } = await railOf({
    tariffs: TARIFFS,
    cars: { ...MORE_TARIFFS, date: '2025-07-03', head: 'expires: 2025-07-05' },
    welfare: WELFARE,
  })
  const at = (day: string) => rail('tariffs', undefined, new Date(`${day}T12:00:00Z`))
  expect(at('2025-07-01')).toEqual(['welfare'])
  expect(at('2025-07-03')).toEqual(['cars', 'welfare'])
  expect(at('2025-07-06')).toEqual(['welfare'])
})

test('a rail follows the archive, and reports each time what it was chosen from', async () => {
  const { rail, put, refresh } = await railOf({ tariffs: TARIFFS, welfare: WELFARE })
  const tags: string[][] = []
  const reported = () => {
    const seen = new Set<string>()
    const stop = onRead((report) => {
      for (const tag of report.tags ?? []) seen.add(tag)
    })
    rail('tariffs')
    stop()
    return [...seen].sort()
  }
  tags.push(reported(), reported())
  expect(tags[0]).toContain('summary:welfare')
  expect(tags[1]).toEqual(tags[0])
  put('cars', MORE_TARIFFS)
  await refresh()
  expect(rail('tariffs')).toEqual(['cars', 'welfare'])
})

test('the NATO analysis and the piece on U.S. Forces Japan are nearest to each other', async () => {
  const { rail } = await railOfFolder(path.resolve(import.meta.dirname, '../../../content'))
  const nato = 'why-did-japan-skip-the-nato-summit'
  const usfj = 'us-forces-japan-chief-calls-new-command-historic-shift'
  expect(rail(nato)[0]).toBe(usfj)
  expect(rail(usfj)[0]).toBe(nato)
})

test('texts in any script are ranked by their words', async () => {
  const { rail } = await railOf({
    kanzei: {
      title: '日米関税交渉',
      head: 'lang: ja',
      text: '赤沢大臣は関税をめぐり米国の商務長官と会談した。自動車への関税が焦点だ。',
    },
    jidosha: {
      title: '自動車業界に不安',
      head: 'lang: ja',
      text: '自動車への関税をめぐる交渉が続く。赤沢大臣は再び訪米する。',
    },
    soccer: {
      title: '神戸が決勝へ',
      head: 'lang: ja',
      text: '神戸が大阪に勝った。終了間際のゴールだった。',
    },
  })
  expect(rail('kanzei')[0]).toBe('jidosha')
})

test('headlines without a text are ranked', async () => {
  const { rail } = await railOf({
    a: {
      title: 'Akazawa flies to Washington for tariff talks',
      text: 'Akazawa flies to Washington for tariff talks',
    },
    b: { title: 'Tariff talks: Akazawa hopeful', text: 'Tariff talks: Akazawa hopeful' },
    c: { title: 'Court rules on welfare', text: 'Court rules on welfare' },
  })
  expect(rail('a', 6, NOW)[0]).toBe('b')
})

test('a shared tag brings two articles nearer', async () => {
  const { rail } = await railOf({
    here: { title: 'Aaa bbb', head: 'tags: [Whaling]', text: 'Ccc harbour eee.' },
    word: { title: 'Fff ggg', text: 'Hhh harbour jjj.' },
    tag: {
      title: 'Kkk lll',
      head: 'tags: [Whaling]',
      date: '2025-01-01',
      text: 'Mmm harbour ooo.',
    },
  })
  expect(rail('here')).toEqual(['tag', 'word'])
})

test('stories in the article’s language come before all others, and none under the article’s own headline', async () => {
  const text = 'Lutnick Akazawa tariffs Washington cars steel.'
  const foreign = ['ja', 'ko', 'zh', 'ru', 'de', 'fr', 'es'].flatMap((lang) =>
    [1, 2].map((n): [string, Draft] => [
      `${lang}-${n}`,
      { title: `${lang} ${n}`, head: `lang: ${lang}`, text: `${text} ${lang}${n}.` },
    ]),
  )
  const { rail } = await railOf({
    here: { title: 'Tariffs agreed', text },
    again: { title: 'Tariffs agreed!', text: `${text} Another round of talks on farming ended.` },
    british: { title: 'Aaa', head: 'lang: en-GB', text: 'Akazawa spoke at length about the cars.' },
    ...Object.fromEntries(foreign),
    football: FOOTBALL,
  })
  const places = rail('here')
  expect(places.slice(0, 2)).toEqual(['british', 'football'])
  expect(places).toHaveLength(6)
  expect(places).not.toContain('again')
  expect(rail('ja-1')[0]).toBe('ja-2')
})

test('a translation of the article is not beside it, other stories in its language are', async () => {
  const day = { date: '2025-06-28' }
  const { rail } = await railOf({
    en: { title: 'Harbour 3.3.3 released', text: 'Harbour 3.3.3 is out.', ...day },
    ja: {
      title: 'Harbour 3.3.3 を公開',
      head: 'lang: ja',
      text: 'Harbour 3.3.3 が公開されました。',
      ...day,
    },
    ko: {
      title: 'Harbour 3.3.3 출시',
      head: 'lang: ko',
      text: 'Harbour 3.3.3 이 출시되었다.',
      ...day,
    },
    de: {
      title: 'Harbour 3.3.3 erschienen',
      head: 'lang: de',
      text: 'Harbour 3.3.3 ist da.',
      ...day,
    },
    next: { title: 'Harbour 3.4 を公開', head: 'lang: ja', text: 'Harbour 3.4 が公開されました。' },
  })
  expect(rail('en')).toEqual(['next'])
  expect(rail('ja')).toEqual(['next'])
  expect(rail('next')[0]).toBe('ja')
})
