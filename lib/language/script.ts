/** Scripts that need another size, line height or way of breaking than Latin does. */
export type Script = 'arab' | 'deva' | 'hebr' | 'thai' | 'jpan' | 'hans' | 'hant' | 'kore' | 'latn'

const SCRIPTS: Record<string, Script> = {
  Arab: 'arab',
  Aran: 'arab',
  Deva: 'deva',
  Beng: 'deva',
  Hebr: 'hebr',
  Thai: 'thai',
  Jpan: 'jpan',
  Hira: 'jpan',
  Kana: 'jpan',
  Hans: 'hans',
  Hant: 'hant',
  Kore: 'kore',
}

/** Letters by the names that languages have for their scripts; the Japanese and the Chinese share some. */
const LETTERS: Record<string, RegExp> = {
  Latn: /^\p{sc=Latn}/u,
  Cyrl: /^\p{sc=Cyrl}/u,
  Grek: /^\p{sc=Grek}/u,
  Arab: /^\p{sc=Arab}/u,
  Hebr: /^\p{sc=Hebr}/u,
  Deva: /^\p{sc=Deva}/u,
  Kore: /^[\p{sc=Hang}\p{sc=Hani}]/u,
  Jpan: /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u,
  Hans: /^\p{sc=Hani}/u,
  Hant: /^\p{sc=Hani}/u,
}

/** Whether a word begins with a letter in which this language (BCP 47) is written. */
export function isWrittenIn(word: string, lang: string): boolean {
  const { script = '' } = new Intl.Locale(lang).maximize()
  return LETTERS[script]?.test(word) ?? false
}

/** The script of a text in this language (BCP 47), as far as type is set differently for it. */
export function scriptOf(lang: string): Script {
  const { script } = new Intl.Locale(lang).maximize()
  return SCRIPTS[script ?? ''] ?? 'latn'
}
