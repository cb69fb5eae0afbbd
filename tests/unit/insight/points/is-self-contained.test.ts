import { expect, test } from 'vitest'
import { isPoorlySelfContained, isSelfContained } from '@/lib/insight/points/is-self-contained'
import { words } from '@/lib/language/words'

const stands = (text: string) => isSelfContained(text, words(text).length)

test.each([
  'The Foreign Ministry cited various circumstances for the cancelation.',
  'Jost said the team would grow as the command expands its authorities.',
  'This year was the first time since 2022 that the prime minister stayed home.',
  "Germany's allies' defense spending rose to 5 percent in a single year.",
  'The minister called it “a fruitful discussion” after the talks on Friday.',
  'The court (its third chamber) ruled that the cuts had been illegal.',
  'Words such as these are pronouns in most languages of the world.',
  'Les ministres ont signé « un accord historique » à Bruxelles jeudi soir.',
])('stands alone: %s', (text) => {
  expect(stands(text)).toBe(true)
})

test.each([
  ['leans on the one before', 'But the ministry had cut the payments by ten percent.'],
  ['leans on the one before', 'However, it is still unclear where the funding would come from.'],
  ['a pronoun for whom', 'He said the alliance had entered a transformative era.'],
  ['a pronoun for whom', 'It would have been better to wait for the next summit.'],
  ['which decision', 'This decision was criticized by several members of the party.'],
  ['the speaker is elsewhere', '“The alliance has entered a new era in the region,” he said.'],
  ['the speaker is elsewhere', "The team will grow over the years to come,' said she in Tokyo."],
  ['a quotation by nobody', '“We have a robust alliance agenda that will keep the peace.”'],
  ['half a quotation', '“We have a robust alliance agenda. And the enemy is guessing now.'],
  ['half a quotation', 'We want to keep the enemy guessing and create dilemmas for them.”'],
  ['half a bracket', '(The other leader of the four countries came to the summit too.'],
  ['a question', 'What does the new command mean for the alliance in the end?'],
  ['a heading', 'The new command and what it means'],
  ['too short', 'Germany was also cautious.'],
  ['a list', `The countries are ${'Japan, Australia, Korea, '.repeat(20)}and more.`],
  ['boilerplate', 'Copyright The Jiji Press, Ltd. and its partners in the region.'],
  ['boilerplate', 'Follow our correspondents on the way to the summit in The Hague.'],
  ['boilerplate', 'On behalf of the law firm posted in Road Accidents on Friday morning.'],
  ['which move', 'With that move threatening to kill the dairy, Palin fired the board.'],
  ['which judge', '“If there was any more I could give you, I would,” the judge said.'],
  ['cut off at a full stop', 'm. Yida is a camp of about 20,000 refugees from the mountains.'],
  [
    'the close of a quotation before it',
    '" Her companion says: "I am so excited about all of it."',
  ],
  ['empty', ''],
])('%s: %s', (_, text) => {
  expect(stands(text)).toBe(false)
})

test.each([
  ['a caption', 'Delayed: Qantas has been told that it may lose eight slots at Heathrow.'],
  ['a caption', 'Adebayor (right) is out of favour with the manager (centre) of Tottenham.'],
  ['a caption', 'Prince Harry, pictured above in Las Vegas in 2012, had invited ten women.'],
  ['who fell', 'While on the way to the hut at night he fell from a ridge.'],
  ['what was not there', 'In 2013, it was not even among the first thousand.'],
  ['now', 'Now the team is looking for a manager who can win the cup.'],
])('another sentence is a better point than %s: %s', (_, text) => {
  expect(stands(text)).toBe(true)
  expect(isPoorlySelfContained(text)).toBe(true)
})

test.each([
  'When Ishiba returned, he found two messages from Washington.',
  'In March, the ministry said that it was still waiting for the money.',
  'While a captain may leave the ship last, he may also leave it first.',
  'The minister left for The Hague on Monday.',
])('stands alone and well: %s', (text) => {
  expect(isPoorlySelfContained(text)).toBe(false)
})
