import { Fragment, type ReactNode } from 'react'
import { filled } from '@/lib/words/words'

/** A text of the site with values, such as links, in the place of their `{name}`. */
export const Filled = ({ text, values }: { text: string; values: Record<string, ReactNode> }) =>
  filled(text, values).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    <Fragment key={i}>{part}</Fragment>
  ))
