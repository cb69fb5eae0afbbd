import { Fragment, type ReactNode } from 'react'
import { languageAttributes, wordsLanguage } from '@/components/site/language-attributes'
import hidden from '@/components/site/visually-hidden.module.css'
import type { ComparedPart } from '@/lib/history/diff/word-diff'
import type { Site } from '@/lib/site/site'
import { filled, wordsOf } from '@/lib/words/words'
import styles from './compared-text.module.css'

type Props = { parts: ComparedPart[]; lang: string; site: Site }

/** A text with what went and what came: by colour and by sign for the eye, in words for the ear. */
export function ComparedText({ parts, lang, site }: Props) {
  // Only of some parts a reader needs the name.
  const names: Partial<Record<ComparedPart['kind'], string>> = wordsOf(site).history.parts
  return (
    <div {...languageAttributes(lang, site.lang, styles.text)}>
      {parts.map(({ kind, runs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own and never move
        <p key={index} className={styles[kind]}>
          {names[kind] && (
            <span className={styles.name} {...wordsLanguage(site)}>
              {names[kind]}{' '}
            </span>
          )}
          {runs.map(({ change, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Run key={at} change={change} text={text} site={site} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Run({ change, text, site }: ComparedPart['runs'][number] & { site: Site }) {
  if (change === 'same') return text
  const Mark = change === 'added' ? 'ins' : 'del'
  const words = <span className={styles.words}>{text}</span>
  return (
    <Mark className={styles[change]}>
      {filled<ReactNode>(wordsOf(site).history[change], { text: words }).map((part, i) =>
        typeof part === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={i} className={hidden.hidden} {...wordsLanguage(site)}>
            {part}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={i}>{part}</Fragment>
        ),
      )}
    </Mark>
  )
}
