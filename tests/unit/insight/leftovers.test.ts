import { expect, test } from 'vitest'
import { readSummaries } from '@/lib/archive/read/articles'
import { untaggedFault } from '@/lib/check/check-tags'
import { askArchive } from '@/lib/insight/find-answers'
import { pointCandidatesOf } from '@/lib/insight/key-points'
import { plainText } from '@/lib/markdown/plain-text'
import { archiveOf, NOW } from '../../support/archive-of'

const BODY = [
  'The {% assign release = "harbour wall" %} harbour wall of Porthaven was rebuilt in spring for the city.',
  'Divers found the old foundations of the harbour wall in the winter of the great storm.',
  'The harbour wall cost {{ site.cost }} million pounds, Mayor Jane Doe told the harbour council.',
  'Workers poured nine thousand tonnes of concrete before the first ships returned to the port.',
  '[gallery ids="1,2"] The harbour wall of Porthaven has three gates and a lighthouse for ships.',
  ...[
    'The council of Porthaven voted for the wall after two years of talks with the port.',
    'Fishermen had asked for a longer wall, because the old one let the swell of winter in.',
    'The engineers used granite from the quarry at Northfield for the outer face of the wall.',
    'Insurers lowered the premiums of ships in the harbour by a tenth in the month after.',
    'The lighthouse keeper, John Roe, will light the new lamp on the first evening of June.',
    'Ferries to the islands return to their berths in July after four months at Southport.',
    'The bill was paid by the city, the port and the ministry of transport in equal parts.',
  ],
].join('\n\n')

test('a sentence with the code of another system is no standfirst, no key point and no answer', async () => {
  const { archive, live } = await archiveOf({ wall: { title: 'Harbour wall rebuilt', text: BODY } })
  const [summary] = readSummaries(['wall'], NOW, archive)
  expect(summary?.standfirst).toMatch(/^Divers found/)
  expect(summary?.excerpt).not.toContain('{%')
  const points = pointCandidatesOf(live('wall').article)
  expect(points.length).toBeGreaterThan(0)
  for (const { text } of points) expect(text).not.toMatch(/\{[{%]|\[gallery/)
  const quotes = askArchive('How much did the harbour wall cost?', NOW, undefined, archive)
  for (const { text } of quotes) expect(text).not.toMatch(/\{[{%]|\[gallery/)
})

test('and none of its words is suggested as a tag', () => {
  const text = plainText(`{% assign GalleryRelease = "Release Candidate" %} ${BODY}`)
  const fault = untaggedFault(
    { title: 'Harbour wall rebuilt', text: text.repeat(3), lang: 'en' },
    [],
  )
  expect(fault?.fix).toContain('Porthaven')
  expect(fault?.fix).not.toMatch(/Release|Gallery|assign|site/i)
})
