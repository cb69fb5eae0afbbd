import { Fragment, type ReactNode } from 'react'
import type { Site } from '@/lib/site/site'
import { listed } from '@/lib/words/words'

type Props = { names: readonly string[]; site: Site; children: (name: string) => ReactNode }

/** `A, B and C`, as the site's language lists names; `children` makes a link of each. */
export const Listed = ({ names, site, children }: Props) =>
  listed(names, site).map(({ type, value }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a list never change places
    <Fragment key={i}>{type === 'element' ? children(value) : value}</Fragment>
  ))
