import { foldWord } from '@/lib/language/fold-word'
import { isFunctionWord } from '@/lib/language/terms'
import { wordSpans } from '@/lib/language/word-spans'
import { askedTerm } from './asked-term'

/** A name of several words, as terms, and the term of its letters: Self-Defense Forces, SDF. */
export type ShortForm = { long: readonly string[]; short: string }

/** Capitals apart by spaces or hyphens, with the small words of names between them. */
const LONG =
  /\p{Lu}[\p{L}\p{N}.'’]*(?:(?:[\s-]| (?:of|for|and|the|on) )(?:\p{Lu}[\p{L}.'’]*|\d+))+/gu
/** What puts the letters after a name: "(SDF)", ", or SDF". */
const DEFINED = /^(?:\s\(|,\s(?:or|known as)\s)["'“‘]?(\p{Lu}[\p{Lu}\p{N}.-]{1,9})\b/u

/** The names of several words in a text with their initials, and with the letters that the text itself gives them. */
export function shortForms(text: string): ShortForm[] {
  return [...text.matchAll(LONG)].flatMap(({ 0: name, index }) => {
    const given = DEFINED.exec(text.slice(index + name.length))?.[1]
    const whole = given === undefined ? [] : [formOf(name, given)]
    return [...whole, ...endsOf(name).map((end) => formOf(end, initialsOf(end)))].filter(
      ({ long, short }) => long.length > 1 && short.length > 1,
    )
  })
}

/** "Japan Self-Defense Forces" and "Self-Defense Forces": which of its first words belong to a name a text doesn't say. */
function endsOf(name: string): string[] {
  const parts = [...name.matchAll(/(?<=^|[\s-])\p{Lu}/gu)]
  return parts.slice(0, -1).map(({ index }) => name.slice(index))
}

const formOf = (name: string, letters: string): ShortForm => ({
  long: wordSpans(name)
    .filter(({ word }) => !isFunctionWord(word))
    .map(({ word }) => askedTerm(word))
    .filter((term) => term !== ''),
  short: askedTerm(foldWord(letters)),
})

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) =>
      /^(?:(?:\p{Lu}\.)+|\p{Lu}+)$/u.test(word)
        ? word.replaceAll('.', '')
        : (/^[\p{Lu}\p{N}]/u.exec(word)?.[0] ?? ''),
    )
    .join('')
