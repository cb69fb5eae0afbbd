/** What an answer may be, as far as a question's words tell. */
export type Kind = 'age' | 'duration' | 'time' | 'money' | 'number' | 'place' | 'name' | 'reason'

/** What is known of questions and answers in one language. Words are as they are folded, apart by white space. */
export type QuestionLanguage = {
  /** How questions ask for each kind; the first that fits: "how many years" asks for a duration, not for a number. */
  asks: readonly [Kind, RegExp][]
  /** What sentences have that answer them. */
  holds: Record<Exclude<Kind, 'name'>, RegExp>
  /** A name of somebody or something; absent where a capital letter tells one. */
  name?: RegExp
  /** What is to be counted, as its group: "how many police officers". */
  counted: RegExp
  /** What is counted stands right after the number: 38人. Otherwise some words may come between. */
  isCounter?: true
  /** Numbers in words. */
  numbers: string
  /** Words that ask for something without being what is asked for: "What kind of …", "What happened …". */
  asking: string
  /** Words of grammar that questions have and answers needn't. */
  grammar: string
  /** What asks for one of several, before what kind of answer is wanted, which a sentence that has it seldom says. */
  which: string
  kinds: string
  /** What forms of a verb have before them: gewarnt, warnte. */
  verbPrefix?: RegExp
  /**
   * How much of what English articles must have of a question those in this language must have, where stemming brings forms
   * of nouns together and not those of verbs.
   */
  enough?: number
  /** A sentence with one of these speaks of what the sentence before it or the title names. */
  leans: RegExp
}
