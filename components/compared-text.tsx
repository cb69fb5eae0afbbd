import type { ComparedPart } from '@/lib/history/diff/word-diff'
import styles from './compared-text.module.css'
import hidden from './visually-hidden.module.css'

/** Only the parts of a text whose names a reader needs. */
const NAMES: Partial<Record<ComparedPart['kind'], string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  caption: 'Caption',
  correction: 'Correction',
}

type Props = { parts: ComparedPart[]; lang: string }

/** A text with what went and what came: by colour and by sign for the eye, in words for the ear. */
export function ComparedText({ parts, lang }: Props) {
  return (
    <div className={styles.text} lang={lang} dir="auto">
      {parts.map(({ kind, runs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own and never move
        <p key={index} className={styles[kind]}>
          {NAMES[kind] && (
            <span className={styles.name} lang="en">
              {NAMES[kind]}:{' '}
            </span>
          )}
          {runs.map(({ change, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Run key={at} change={change} text={text} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Run({ change, text }: ComparedPart['runs'][number]) {
  if (change === 'same') return text
  const [Mark, says] =
    change === 'added' ? (['ins', 'added'] as const) : (['del', 'removed'] as const)
  return (
    <Mark className={styles[change]}>
      <span className={hidden.hidden} lang="en">
        {`[${says}: `}
      </span>
      <span className={styles.words}>{text}</span>
      <span className={hidden.hidden}>]</span>
    </Mark>
  )
}
