import { expect, test } from 'vitest'
import { expectedAnswer, holdsExpected } from '@/lib/insight/question/expected-answer'
import { words } from '@/lib/language/words'

const held = (question: string, text: string) =>
  holdsExpected(expectedAnswer(question), text, new Set(words(question)))

test.each([
  ['How old is the captain?', 'Dahl, 51, had warned the owners.'],
  ['How old is the captain?', 'The 51-year-old captain had warned the owners.'],
  ['How long did the search last?', 'The search went on for three days.'],
  ['How many hours did it last?', 'The search went on for a whole hour.'],
  ['When did it sink?', 'It sank on 12 March.'],
  ['In which year did it sink?', 'It sank in 2019.'],
  ['How much did the owners pay?', 'They bought it for $2 million.'],
  ['What price did it fetch?', 'They sold it for 300 euros.'],
  ['How many people were rescued?', 'The crew took 38 tired people to the shore.'],
  ['How far is the shore?', 'The shore is 12 kilometres away.'],
  ['Where is the company?', 'They sold it to a company in Stavanger.'],
  ['Who was the captain?', 'The captain was Dahl.'],
  ['Why was it sold?', 'It was sold because it was old.'],
])('%s %s', (question, text) => {
  expect(held(question, text)).toBe(1)
})

test.each([
  ['How old is the captain?', 'The captain has 40 boats.'],
  ['How long did the search last?', 'The search was called off.'],
  ['How much did the owners pay?', 'The owners bought 3 ships.'],
  ['How many people were rescued?', 'Nobody knows.'],
  ['Who was the captain?', 'The captain was rescued.'],
  ['What happened?', 'The ferry sank on 12 March in Bergen.'],
])('not %s %s', (question, text) => {
  expect(held(question, text)).toBe(0)
})

test('a number of something else may be meant, and counts less', () => {
  const question = 'How many people were rescued?'
  expect(held(question, 'Of those on board 38 were rescued.')).toBeGreaterThan(0)
  expect(held(question, 'Of those on board 38 were rescued.')).toBeLessThan(1)
})
