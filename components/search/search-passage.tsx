import { Fragment } from 'react'
import { typesetRuns } from '@/lib/language/typography/typeset'

type Part = { text: string; marked: boolean }

/** Words of an article, those that were looked for marked; `lang` is the language in which punctuation is set. */
export function SearchPassage({
  parts,
  lang,
}: {
  parts: readonly Part[]
  lang: string | undefined
}) {
  const typed = parts.map(({ text }) => text)
  const shown = lang === undefined ? typed : typesetRuns(typed, lang)
  let at = 0
  return parts.map(({ text, marked }, i) => {
    const key = at
    at += text.length
    return marked ? <mark key={key}>{shown[i]}</mark> : <Fragment key={key}>{shown[i]}</Fragment>
  })
}
