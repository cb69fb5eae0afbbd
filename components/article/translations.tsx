import { Filled } from '@/components/site/filled'
import { wordsLanguage } from '@/components/site/language-attributes'
import { MomentTime } from '@/components/site/moment-time'
import type { Translation } from '@/lib/article/translation'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import type { ShownUpdate } from './shown-update'
import { TranslationLink } from './translation-link'
import styles from './translations.module.css'

type Props = {
  translations: readonly Translation[]
  /** When the words of the original changed after this translation of it. */
  originalChange?: ShownUpdate | undefined
  site: Site
}

/** The other languages in which a story can be read, by the names that they have for themselves. */
export function Translations({ translations, originalChange, site }: Props) {
  if (translations.length === 0) return null
  const words = wordsOf(site).article
  return (
    <p className={styles.translations} {...wordsLanguage(site)}>
      <Filled
        text={words.readIn}
        values={{
          languages: translations.map((each, i) => (
            <span key={each.lang}>
              {i > 0 && ' · '}
              <TranslationLink translation={each} />
            </span>
          )),
        }}
      />
      {originalChange && (
        <>
          <br />
          <Filled
            text={words.originalChanged}
            values={{
              changed: <a href={originalChange.href}>{words.theOriginalChanged}</a>,
              time: <MomentTime moment={originalChange.moment} site={site} />,
            }}
          />
        </>
      )}
    </p>
  )
}
