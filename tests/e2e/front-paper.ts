import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

const SECTIONS = ['World', 'Politics', 'Economy', 'Science', 'Culture', 'Sport', 'Opinion']

const TITLES = [
  'Ceasefire talks go into the night as both sides soften on inspections',
  'Storm cuts power to a million homes on the southern coast',
  'Central bank holds rates but drops its promise of patience',
  'Oldest ice yet drilled opens a window on the climate',
  'Why everyone is suddenly reading about organ builders',
  'Two goals in injury time send Norrby to the final',
  'The housing shortage was a decision, not an accident',
]

const TEXT =
  'The committee met on Monday and heard from eleven witnesses, among them two who had left the ministry. Nobody expected a vote. “We shall read it again, and then once more,” its chair said. A decision is due in spring.'

export type Pictures = 'all' | 'some' | 'no'
const HAS_PICTURE: Record<Pictures, (i: number) => boolean> = {
  all: () => true,
  some: (i) => i % 3 !== 2,
  no: () => false,
}

/** A paper that a test writes: any number of stories, in seven sections, an hour apart. */
export class FrontPaper {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'broadsheet-front-'))

  async begin(): Promise<void> {
    mkdirSync(path.join(this.dir, 'media'))
    this.#write(
      'site.yaml',
      `name: The Paper\ndescription: A paper for a test.\nlang: en\ntimeZone: UTC\nsections: [${SECTIONS.join(', ')}]\n`,
    )
    this.#write(
      'authors.yaml',
      'Ann Lee:\n  role: Columnist\n  about: Ann Lee writes about houses.\n  picture: media/1.jpg\n  links: ["https://ann.example"]\n',
    )
    for (let i = 0; i < 3; i++) {
      const background = { r: 40 + 60 * i, g: 90, b: 160 - 40 * i }
      const image = sharp({ create: { width: 900, height: 600, channels: 3, background } })
      await image.jpeg().toFile(path.join(this.dir, `media/${i}.jpg`))
    }
  }

  /** Replaces the current stories with this many. */
  write(count: number, pictures: Pictures): void {
    rmSync(path.join(this.dir, 'articles'), { recursive: true, force: true })
    mkdirSync(path.join(this.dir, 'articles'))
    for (let i = 0; i < count; i++) {
      const at = new Date(Date.UTC(2026, 5, 30, 12) - i * 3_600_000).toISOString()
      const kind = i % SECTIONS.length
      const image = HAS_PICTURE[pictures](i)
        ? `image: { src: media/${i % 3}.jpg, alt: A plain colour }\n`
        : ''
      const head = `title: ${TITLES[kind]} (${i})\ndate: ${at}\nsection: ${SECTIONS[kind]}\nauthors: [Ann Lee]\nsource: { name: Harbour Wire }\ntags: [Harbour]\n${image}`
      this.#write(`articles/story-${count}-${pictures}-${i}.md`, `---\n${head}---\n\n${TEXT}\n`)
    }
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true })
  }

  #write(name: string, text: string): void {
    writeFileSync(path.join(this.dir, name), text)
  }
}
