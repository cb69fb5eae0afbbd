import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

const DAY = 86_400_000
/** The date this many days ago, since a page shows how old a story is. */
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10)

const SITE = `name: Broadsheet
description: News and analysis from the harbour and beyond.
lang: en
timeZone: UTC
sections: [World, Economy, Culture, Opinion]
comments: { moderation: flagged, staff: [The Desk] }
`

const TEXT = `The committee met on Monday and heard from eleven witnesses, among them two who had left the ministry. Nobody expected a vote.

"We shall read it again, and then once more," its chair, Elin Moreau, told reporters in Basin Town. The harbour authority of Lagos moved eleven cranes to the northern quay. A spokesman called the agreement of 43 pages the longest that the port had ever signed.

The council of Basin Town decided on Tuesday that the wall is to be rebuilt before summer. It will cost 14 million, said the mayor, Ann Lee.`

const EVERYTHING = `${TEXT}

![One](media/wide.jpg "The quay.") ![Two](media/tall.jpg) ![Three](media/wide.jpg)

> We built it for the forecast, and the forecast was wrong.
>
> — Sven Aaltonen, engineer

> [!NOTE]
> Prices are those of October.

## The cost, year by year

| Year | Passengers (millions) | Cost (billions of yen) | Seats a train | Complaints a journey |
|---|--:|--:|--:|--:|
| 2019 | 7.8 | 188 | 640 | 4.9 |
| 2026 | 14.0 | 204 | 720 | 17.2 |

\`\`\`js
const perDay = months.filter((month) => !month.strike).map((month) => month.passengers / month.workingDays)
\`\`\`

- [x] The monthly tables
- [ ] Free tickets[^1]

[^1]: They are 1.4% of all journeys.
`

const PHOTO =
  'image: { src: media/wide.jpg, alt: A quay at dusk, caption: The quay., credit: Ann Lee }'

/** Front matter and text of each article, by slug. */
const ARTICLES: Record<string, [head: string, text: string]> = {
  'harbour-wall': [
    `title: Harbour wall to be rebuilt before summer as talks go into the night\ndate: ${day(1)}T09:30\nsection: World\nlead: true\ndescription: The council has decided; four questions remain open.\nauthors: [Ann Lee, Bo Holm]\nsource: { name: Harbour Wire, url: "https://wire.example/1" }\ntags: [Harbour, Basin Town]\n${PHOTO}\ncorrections: [{ date: ${day(0)}, text: The wall will cost 14 million and not 41. }]`,
    TEXT,
  ],
  portrait: [
    `title: The keeper who stopped counting\ndate: ${day(2)}\nsection: Culture\nauthors: [Ann Lee]\ntags: [Harbour]\nimage: { src: media/tall.jpg, alt: A keeper }`,
    TEXT,
  ],
  everything: [
    `title: What the numbers say\ndate: ${day(2)}\nsection: Economy\ntags: [Harbour]`,
    EVERYTHING,
  ],
  interview: [
    `title: “Nobody reads the manual”\ndate: ${day(2)}\nsection: Culture\nkind: interview`,
    TEXT,
  ],
  column: [
    `title: The housing shortage was a decision\ndate: ${day(3)}\nsection: Opinion\nkind: opinion\nauthors: [Ann Lee]\ntags: [Harbour]`,
    TEXT,
  ],
  sponsored: [`title: A port for everyone\ndate: ${day(3)}\nkind: sponsored`, TEXT],
  old: ['title: The old wall\ndate: 2019-05-01\nsection: World\ntags: [Harbour]', TEXT],
  japanese: [
    `title: 「港の防災」を問い直す町の一年\ndate: ${day(5)}\nlang: ja\nsection: World\ntags: [港]`,
    '港の防災計画が見直された。町は月曜日に新しい案を示した。「もう一度読み直す」と委員長は話した。',
  ],
  arabic: [
    `title: أسعار السوق القديم ترتفع للشهر السابع\ndate: ${day(5)}\nlang: ar\nsection: World\nauthors: [ليلى حداد]`,
    'ارتفعت أسعار الخضار في السوق القديم للشهر السابع على التوالي. وقال البائع سامر نجم: «أبيع نصف ما كنت أبيعه».',
  ],
  hindi: [
    `title: धान की खेती पर बदलते मौसम की मार\ndate: ${day(5)}\nlang: hi\nsection: World`,
    'किसान बीज बदल रहे हैं। बारिश इस साल देर से आई। “हम इंतज़ार करते रहे,” एक किसान ने कहा।',
  ],
  forged: [
    `title: Minister to resign\ndate: ${day(6)}\nwithdrawn: { date: ${day(5)}, reason: The report relied on a forged letter. }`,
    TEXT,
  ],
}
const FILLERS = 12

/** Writes a paper with a story of every kind and its history in git. Returns its content folder. */
export async function writeEveryPaper(): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-every-'))
  const content = path.join(root, 'content')
  for (const folder of ['articles', 'media', 'pages']) {
    mkdirSync(path.join(content, folder), { recursive: true })
  }
  const write = (name: string, text: string) => writeFileSync(path.join(content, name), text)
  write('site.yaml', SITE)
  write(
    'tags.yaml',
    'Harbour: { description: "The port, its wall and its people." }\nBasin Town:\n港:\n',
  )
  write(
    'authors.yaml',
    'Ann Lee:\n  role: Columnist\n  about: Ann Lee writes about harbours.\n  picture: media/tall.jpg\n  links: ["https://ann.example"]\n',
  )
  write('pages/about.md', `---\ntitle: About\nupdated: ${day(3)}\n---\n\nWho we are.\n`)
  for (const [name, width, height] of [
    ['wide', 1_500, 1_000],
    ['tall', 800, 1_200],
  ] as const) {
    const ground = { create: { width, height, channels: 3, background: '#4a6572' } } as const
    await sharp(ground)
      .jpeg()
      .toFile(path.join(content, `media/${name}.jpg`))
  }
  for (const [slug, [head, text]] of Object.entries(ARTICLES)) {
    write(`articles/${slug}.md`, `---\n${head}\n---\n\n${text}\n`)
  }
  for (let i = 0; i < FILLERS; i++) {
    const head = `title: Ferry ${i + 1} is late again\ndate: ${day(7 + i)}\nsection: ${i % 2 ? 'World' : 'Economy'}`
    write(`articles/ferry-${i}.md`, `---\n${head}\n---\n\nFerry ${i + 1} was late on Monday.\n`)
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: root })
  const [head, text] = ARTICLES['harbour-wall'] ?? ['', '']
  git('init', '-q', '-b', 'main')
  write('articles/harbour-wall.md', `---\n${head}\n---\n\n${text.replace('summer', 'spring')}\n`)
  git('add', '-A')
  git('commit', '-q', '-m', 'Publish')
  write('articles/harbour-wall.md', `---\n${head}\n---\n\n${text}\n`)
  git('commit', '-q', '-am', 'Correct the season')
  return content
}
