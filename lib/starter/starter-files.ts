import { stringify } from 'yaml'
import { writtenMoment } from '@/lib/front-matter/new-article'

export type Paper = { name: string; lang: string; timeZone: string }

/** The texts of the starter's own files, without front matter for the story. */
export type StarterTexts = { about: string; privacy: string; story: string }

type Given = Paper & { now: Date; texts: StarterTexts; codeRepository: string | undefined }

/** The files of a new paper, by their paths below its folder. */
export function starterFiles({ texts, codeRepository, now, ...paper }: Given): Map<string, string> {
  const isEnglish = new Intl.Locale(paper.lang).language === 'en'
  // The texts are English until an editor translates them.
  const marked = (text: string) => (isEnglish ? text : text.replace('\n', '\nlang: en\n'))
  const files: [string, string][] = [
    ['site.yaml', siteText(paper)],
    ['pages/about.md', marked(texts.about)],
    ['pages/privacy.md', marked(texts.privacy)],
    ['articles/first-story.md', marked(storyText(texts.story, now, paper.timeZone))],
    ['.gitignore', '# What editors and systems leave behind.\n.DS_Store\n*~\n*.swp\n*.tmp\n'],
  ]
  if (codeRepository !== undefined)
    files.push(['.github/workflows/content.yml', workflowText(codeRepository)])
  return new Map(files)
}

/** What site.yaml says. */
export function siteText({ name, lang, timeZone }: Paper): string {
  return [
    '# What the whole site says of itself. The guide, content/README.md of Broadsheet, explains every field.',
    stringify({ name, description: name, lang, timeZone }, { lineWidth: 0 }),
    '# Sections that stand in the masthead, in this order.',
    'sections: []',
    '',
  ].join('\n')
}

const storyText = (body: string, now: Date, timeZone: string) =>
  [
    '---',
    'title: Your first story',
    `date: ${writtenMoment(now, timeZone)}`,
    'description: How a story is written, and what to do with this one.',
    '---',
    '',
    body,
  ].join('\n')

/** `codeRepository` is the repository of this code on GitHub, `owner/name`. */
const workflowText = (
  codeRepository: string,
) => `# Checks the content on each push and shows each problem at its line.
name: Content

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          # All of it: renamed files are found in the history.
          fetch-depth: 0
          path: paper
      - uses: actions/checkout@v5
        with:
          repository: ${codeRepository}
          path: broadsheet
      - uses: actions/setup-node@v5
        with:
          node-version-file: broadsheet/.nvmrc
      - run: npm ci
        working-directory: broadsheet
      - run: npm run --silent content:check -- ../paper --format github
        working-directory: broadsheet
`
