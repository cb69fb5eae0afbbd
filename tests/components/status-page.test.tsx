// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { StatusPage } from '@/components/editors/status-page'
import type { Publication } from '@/lib/publish/publication'
import type { Status } from '@/lib/publish/view'
import { site } from './stories'

afterEach(cleanup)

const NOTHING = { added: [], changed: [], removed: [], refused: [], errors: [], warnings: [] }

function status(index: Partial<Status['index']>, publications: Publication[] = []): Status {
  const articles = { visible: 1, scheduled: 0, expired: 0, drafts: 0, withdrawn: 0 }
  return {
    index: {
      ...{ failure: undefined, articles, pages: 0, images: 0, errors: 0, warnings: 0 },
      ...{ problems: [], refused: [], changes: [], ...index },
    },
    comments: { database: 'SQLite' },
    publications,
    lateTranslations: [],
    unpublished: [],
    versions: { node: '20', sqlite: '3', archive: 1 },
    webhook: 'open',
  }
}

it.each([
  [{ commit: 'abc' }, 'The content is at commit abc.'],
  [{}, 'The content is in no git repository.'],
  [{ gitFailure: 'fatal: no' }, 'The repository of the content can’t be read: fatal: no.'],
])('says what git knows of the content: %o', (index, words) => {
  render(<StatusPage status={status(index)} site={site} />)
  expect(screen.getByText(/The webhook is open/).textContent).toContain(words)
})

it('shows why a publication failed, and what a push brought that isn’t shown', () => {
  const place = { path: 'articles/sub', line: 1, column: 1, field: 'file' } as const
  const warning = {
    ...place,
    severity: 'warning',
    problem: 'is a submodule',
    fix: 'mend it',
  } as const
  const publications = [
    { ...NOTHING, at: '2026-03-02T09:30:00Z', failure: 'Put them aside' },
    { ...NOTHING, at: '2026-03-01T09:30:00Z', warnings: [warning] },
  ]
  render(<StatusPage status={status({}, publications)} site={site} />)
  expect(screen.getByText(/Put them aside/)).toBeDefined()
  expect(screen.getByText(/is a submodule/).textContent).toContain('[warning]')
})

it('names translations whose original has other words since', () => {
  const late = {
    path: 'articles/mauer.md',
    original: 'articles/wall.md',
    since: new Date('2026-03-02T09:30:00Z'),
  }
  render(<StatusPage status={{ ...status({}), lateTranslations: [late] }} site={site} />)
  expect(screen.getByText('articles/mauer.md').closest('li')?.textContent).toContain(
    'articles/wall.md has had other words since 2 March 2026',
  )
})
