import type { Translation } from '@/lib/article/translation'
import { directionOf } from '@/lib/language/direction'
import { articlePath } from '@/lib/site/routes'

/** A link to a story in another language, by the name that the language has for itself. */
export function TranslationLink({ translation }: { translation: Translation }) {
  const { lang } = translation
  return (
    <a
      href={'url' in translation ? translation.url : articlePath(translation.slug)}
      rel="alternate"
      hrefLang={lang}
      lang={lang}
      dir={directionOf(lang)}
    >
      {new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang}
    </a>
  )
}
