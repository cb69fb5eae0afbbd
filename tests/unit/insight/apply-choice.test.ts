import { expect, test } from 'vitest'
import { applyChoice } from '@/lib/insight/apply-choice'

const quote = (slug: string, text: string) => ({ slug, sentenceId: `s-${text}`, text })
const [own, otherOwn] = [quote('nato', 'A'), quote('nato', 'B')]
const [far, otherFar] = [quote('budget', 'C'), quote('ferry', 'D')]
const answers = {
  inArticle: [own],
  inArchive: [far],
  candidates: [own, otherOwn, far, otherFar],
}

test.each([
  ['none fits', [], [], []],
  ['what was first', [0], [own], [far]],
  ['another of the article', [1], [otherOwn, own], [far]],
  ['one of each', [3, 1], [otherOwn, own], [otherFar, far]],
  ['one that isn’t there', [9], [], []],
])('a model that says %s', (_, choice, inArticle, inArchive) => {
  expect(applyChoice(answers, choice, 'nato')).toEqual({ inArticle, inArchive })
})

test('what is near stays when a model chooses none, and goes when it chooses', () => {
  const nearest = { of: 'Ferry', quote: otherFar }
  const unanswered = { inArticle: [], inArchive: [], candidates: [own], nearest }
  expect(applyChoice(unanswered, [])).toEqual({ inArticle: [], inArchive: [], nearest })
  expect(applyChoice(unanswered, [0])).toEqual({ inArticle: [], inArchive: [own] })
})
