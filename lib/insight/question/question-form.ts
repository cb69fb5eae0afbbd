import { wordSpans } from '@/lib/language/word-spans'
import { askedTerm } from './asked-term'
import { contentTerms, nameTerms } from './question-words'

/** A form of English question that its words give away. */
export type Form =
  /** What does JCT stand for? */
  | { asks: 'long form'; of: string }
  /** What did Jost say? */
  | { asks: 'speech'; by: readonly string[] }
  /** Who is Mark Rutte? */
  | { asks: 'office'; of: readonly string[] }
  /** Who is the Secretary General of NATO? */
  | { asks: 'holder'; office: readonly string[] }

const LONG_FORM =
  /\bwhat (?:do|does|did) (?:the )?(?:(?:letters|acronym|abbreviation|name) )?["'“‘]?([\p{L}\p{N}.&-]+)["'”’]? (?:stand for|mean|abbreviate)\b|\bwhat is (?:the )?["'“‘]?([\p{L}\p{N}.&-]+)["'”’]? (?:short|an? (?:acronym|abbreviation)) (?:for|of)\b|\bwhat is the (?:full|long) (?:name|form) of (?:the )?([\p{L}\p{N}.&-]+)/iu
const SPEECH =
  /\b(?:what|how) (?:did|does|do|has|have|had) (?!.*\bbeen\b)(.+?) (?:say|said|tell|told|add|added|argue|argued|explain|explained|warn|warned|claim|claimed|announce|announced|acknowledge|acknowledged|state|stated|reply|replied|answer|answered|call|called|write|written|describe|described|think|promise|promised|demand|demanded|urge|urged|comment|commented|confirm|confirmed)\b/iu
const WHO_IS = /^\W*who(?:['’]s| is| was| are| were) (.+?)\W*$/iu
const OFFICE_OF =
  /\bwhat (?:is|was) (.+?)['’]s? (?:job|role|position|post|office|title|profession|occupation)\b|\bwhat (?:job|role|position|post|office|title) (?:does|did) (.+?) (?:have|hold)\b|\bwhat does (.+?) do(?: for a living)?\W*$/iu

/** An article doesn't name itself. */
const ITSELF =
  /^(?:the |this )?(article|author|writer|editorial|column|report|piece|story|newspaper)\W*$/i

/** What somebody may be. */
const OFFICE =
  /\b(?:president|minister|secretary|general|chancellor|king|queen|prince|princess|pope|emperor|senator|governor|mayor|judge|justice|chief|director|chair|chairman|chairwoman|ceo|commissioner|ambassador|spokes(?:man|woman|person)|sergeant|lieutenant|colonel|captain|major|admiral|professor|coach|manager|leader|head|commander|deputy|speaker|owner|founder|author|editor|negotiator|prosecutor|lawyer|candidate|winner|premier|nominee|boss)s?\W*$/iu

/** Words that ask in these forms; an answer needn't have them. */
const ASKING: Record<Form['asks'], string> = {
  'long form': 'stand mean short acronym abbreviation full long name form',
  office: 'job role position post office title profession occupation hold living',
  speech: 'explain add announce comment argue claim state reply answer call describe',
  holder: '',
}

/** More words are a clause. */
const MOST_WORDS = 6

export function questionForm(text: string): Form | undefined {
  const letters = LONG_FORM.exec(text)?.slice(1).find(Boolean)
  if (letters !== undefined && /\p{Lu}.*[\p{Lu}\p{N}]/u.test(letters))
    return { asks: 'long form', of: askedTerm(wordSpans(letters)[0]?.word ?? '') }
  const speaker = SPEECH.exec(text)?.[1]
  if (speaker !== undefined && !ITSELF.test(speaker)) {
    const by = contentTerms(speaker)
    if (by.length > 0 && by.length <= MOST_WORDS) return { asks: 'speech', by }
  }
  const whose = OFFICE_OF.exec(text)?.slice(1).find(Boolean)
  if (whose !== undefined && nameTerms(whose).length > 0)
    return { asks: 'office', of: contentTerms(whose) }
  const who = WHO_IS.exec(text)?.[1]
  return who === undefined ? undefined : formOfWho(who)
}

/** "Who is …" asks for the office of a name, and for the name of who has an office. */
function formOfWho(who: string): Form | undefined {
  const words = wordSpans(who)
  if (words.length > MOST_WORDS) return undefined
  const isName = words.every(({ start }) => /\p{Lu}/u.test(who.charAt(start)))
  if (isName && !OFFICE.test(who)) return { asks: 'office', of: contentTerms(who) }
  const owned = /^.+?['’]s? (.+)$/u.exec(who)?.[1]
  const head = /^(.+?)(?: (?:of|for|in|at|when|during) .+)?$/u.exec(owned ?? who)?.[1] ?? ''
  const office = OFFICE.test(head) ? contentTerms(head) : []
  return office.length > 0 ? { asks: 'holder', office } : undefined
}

/** The terms of a question that only ask. */
export function askingTerms(text: string, form: Form | undefined): string[] {
  const itself = ITSELF.exec(SPEECH.exec(text)?.[1] ?? '')?.[1] ?? ''
  return contentTerms(`${form ? ASKING[form.asks] : ''} ${itself}`)
}
