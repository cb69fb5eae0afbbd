import type { PointWords } from './point-words'

export const ENGLISH: PointWords = {
  asksWhy:
    'why|how come|what caused|what (?:is|was|lies) behind|(?:the )?reasons? (?:for|why|behind)',
  reasons: `because|due to|owing to|thanks to|reasons?|causes?|caused|prompted|cited|citing|blames?|blamed|
    considerations?|circumstances|concerns?|factors?|led to|leads to|resulted from|in response to|amid|likely (?:included|because|due)|
    explains why|that is why|so that`,
  furtherReasons: `^(?:another|a (?:second|third|further|final)|one more) (?:\\p{L}+ )?(?:reason|consideration|factor|cause)`,
  demands: `must|should|ought to|needs? to|has to|have to|it is (?:time|essential|vital|crucial) (?:to|that|for)|is (?:essential|indispensable|overdue)|
    cannot be (?:overlooked|excused|allowed|tolerated)|we (?:call on|urge|demand)`,
  firstPerson: 'i|my|myself|me|we|our|ours|ourselves',
  // In `has-open-reference.ts`, which knows more of English.
  leans: '',
  furniture: `(?:topics?|links?|table|chart|map|video|photos?|pictures?|list|box|form|gallery|comments?) (?:below|above)|(?:see|scroll|listed|shown) below|
    the following (?:op-ed|article|text|piece|interview|letter|statement)|just (?:finished )?read(?:ing)?|this (?:article|story|piece|post) (?:is|was|has been|first|originally|appears?|appeared)|
    newsletters?|subscrib(?:e|ers? only|ing) (?:to|now|today|for)|^(?:subscribe|sign up|register|log in|download|tap|press|visit|find out|learn more|get (?:the|our)|don['’]t miss|stay (?:up to date|informed|tuned)|for more)|
    (?:our|the) (?:app|podcast|whatsapp channel|telegram channel)|with (?:files|reporting) from|(?:file|handout|courtesy) photos?|member of the (?:independent )?press|
    (?:all )?rights reserved|may not be (?:published|reproduced|broadcast|redistributed)|(?:support|donate to) (?:our|independent) journalism|
    please (?:check|see|click|visit|read|note|contact|consider)|\\[?copyright`,
}
