/** Words of a language before a full stop that may end no sentence, apart by white space, without that stop. */
export type Abbreviations = {
  /** Always followed by more: a stop after these never ends a sentence. */
  titles: string
  /** Followed by a number they go on; otherwise they end a sentence like any word. */
  numbered: string
  /** Go on with a single letter or a Roman number too: "Fig. A". */
  lettered: string
  /** Stand inside a sentence or at its end: what follows decides. */
  either: string
  /** End an enumeration or an amount, so that a capital after them begins a sentence: "и т. д.". */
  ends?: string
  /** Words that begin a sentence far more often than they go on after "U.S.", "Inc." or "p.m.". */
  starters: string
}
