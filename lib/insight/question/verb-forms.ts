/**
 * Irregular verbs of the news. "When did it sink?" asks for what an article says with "sank", and no stemmer knows:
 * each line is a verb as questions have it and its forms as reports have them.
 */
const VERBS = `
  arise arose arisen
  bear bore borne
  beat beaten
  bind bound
  bite bit bitten
  blow blew blown
  break broke broken
  bring brought
  build built
  buy bought
  catch caught
  choose chose chosen
  deal dealt
  draw drew drawn
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  forget forgot forgotten
  freeze froze frozen
  go went gone
  grow grew grown
  hang hung
  hear heard
  hide hid hidden
  hold held
  lay laid
  lead led
  learn learnt
  lend lent
  lose lost
  meet met
  pay paid
  ride rode ridden
  rise rose risen
  run ran
  seek sought
  sell sold
  send sent
  shake shook shaken
  shoot shot
  shrink shrank shrunk
  sing sang sung
  sink sank sunk
  sleep slept
  speak spoke spoken
  spend spent
  stand stood
  steal stole stolen
  stick stuck
  strike struck stricken
  swear swore sworn
  sweep swept
  swim swam swum
  swing swung
  teach taught
  tear tore torn
  think thought
  throw threw thrown
  understand understood
  wake woke woken
  wear wore worn
  win won
  withdraw withdrew withdrawn
  write wrote written
`

const lines = VERBS.trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

const BASES = new Map(
  lines.flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
)
const FORMS = new Map(lines.map(([base = '', ...forms]) => [base, [base, ...forms]]))

/** The form of a folded English word that stands for all forms of its verb. */
export const baseForm = (word: string): string => BASES.get(word) ?? word

/** All forms of a word that is a base form; of another, the word alone. */
export const formsOf = (word: string): readonly string[] => FORMS.get(word) ?? [word]
