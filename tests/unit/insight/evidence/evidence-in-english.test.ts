import { describe, expect, test } from 'vitest'
import { evidenceInEnglish } from '@/lib/insight/evidence/evidence-in-english'
import { readQuestion } from '@/lib/insight/question/question'
import { termsOfSentence } from '@/lib/insight/sentence-terms'

const evidence = (question: string, text: string) =>
  evidenceInEnglish(readQuestion(question), { text, words: termsOfSentence(text).words })

const isStrong = (found: number | undefined) => found !== undefined && found >= 0.75
const isWeak = (found: number | undefined) => found !== undefined && found <= 0.5

describe('a sentence has what is asked for', () => {
  test.each([
    ['How many people drowned?', 'That night 14 tired people drowned.'],
    ['How many rounds of talks were held?', 'It was the seventh round of talks on fish.'],
    ['When did the ferry sink?', 'The ferry sank on 12 March.'],
    ['When will the ferry sail again?', 'The ferry is scheduled to sail in May.'],
    ['Who warned the owners?', 'Captain Dahl had warned the owners.'],
    ['Who canceled the hearing?', 'Mayor Olav Berg canceled the hearing.'],
    ['Who warned Dahl?', 'The harbour master, Olav Berg, warned her.'],
    ['Who sailed instead of Dahl?', 'Olav Berg sailed instead.'],
    ['Why did the ferry stay in port?', 'It stayed in port amid fears of a storm.'],
    ['Why did the ferry stay in port?', 'The owners cited the weather.'],
    ['What did Dahl say?', '“We turned back,” said Dahl.'],
    ['What did Dahl say?', 'Dahl, who lives in Bergen, said the engine was old.'],
    ['What did the court say?', 'The court ruled that the ferry was unsafe.'],
    ['Who is Olav Berg?', 'Finance Minister Olav Berg paid for it.'],
    ['Who is Olav Berg?', 'Olav Berg, a fisherman, saw it sink.'],
    ['Who is the finance minister?', 'Finance Minister Olav Berg paid for it.'],
    ['Who is the mayor of Bergen?', 'Olav Berg, the mayor of Bergen, paid.'],
    ['What does IMO stand for?', 'The International Maritime Organization (IMO) met.'],
    ['What does IMO stand for?', 'The International Maritime Organization, or IMO, met.'],
    ['Where did it sink?', 'It sank off Bergen.'],
    ['How long has Dahl been captain?', 'Dahl has been captain for nine years.'],
  ])('%s %s', (question, text) => {
    expect(isStrong(evidence(question, text)), String(evidence(question, text))).toBe(true)
  })
})

describe('a sentence about the same lacks it', () => {
  test.each([
    ['How many people drowned?', 'People drowned on 12 March.'],
    ['How many people drowned?', 'In 2019 people drowned.'],
    ['How many flights were cancelled?', 'The airline cancelled Flight 370.'],
    ['When did the ferry sink?', 'The ferry sank near Bergen.'],
    ['When was the ferry built?', 'The ferry sank on 12 March.'],
    ['When will the ferry sail again?', 'The ferry sailed on 12 March.'],
    ['Who warned the owners?', 'Olav Berg bought shares from the owners.'],
    ['Who warned Ingrid?', 'Ingrid Dahl was at home.'],
    ['Who sailed instead of Dahl?', 'Olav Berg sailed with Dahl.'],
    ['Who attended the hearing?', 'Mayor Olav Berg canceled his attendance at the hearing.'],
    ['Who attended the hearing?', 'Olav Berg did not attend the hearing.'],
    ['Why did the ferry stay in port?', 'The ferry stayed in port on Monday.'],
    ['What did Dahl say?', 'Olav Berg said that Dahl was tired.'],
    ['What did Dahl say?', 'Dahl sailed to Bergen.'],
    ['Who is Olav Berg?', 'On Monday Olav Berg slept.'],
    ['Who is the finance minister?', 'The finance ministry paid for it.'],
    ['Who is the mayor of Bergen?', 'The mayor of Bergen paid.'],
    ['What does IMO stand for?', 'The IMO met in London.'],
    ['How long has Dahl been captain?', 'Captain Dahl spoke in a 30-minute meeting.'],
  ])('%s %s', (question, text) => {
    expect(isWeak(evidence(question, text)), String(evidence(question, text))).toBe(true)
  })
})

test('a question that tells nothing of its answer has no evidence', () => {
  expect(evidence('What happened?', 'It sank.')).toBeUndefined()
})
