import { Fragment } from 'react'

type Part = { text: string; marked: boolean }

/** Words of an article, those that were looked for marked. */
export function SearchPassage({ parts }: { parts: readonly Part[] }) {
  let at = 0
  return parts.map(({ text, marked }) => {
    const key = at
    at += text.length
    return marked ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>
  })
}
