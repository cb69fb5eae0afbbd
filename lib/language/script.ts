/** Scripts that need another size, line height or way of breaking than Latin does. */
export type Script = 'arab' | 'deva' | 'cjk' | 'latn'

const SCRIPTS: Record<string, Script> = {
  Arab: 'arab',
  Aran: 'arab',
  Deva: 'deva',
  Beng: 'deva',
  Jpan: 'cjk',
  Hira: 'cjk',
  Kana: 'cjk',
  Hans: 'cjk',
  Hant: 'cjk',
}

/** The script of a text in this language (BCP 47), as far as type is set differently for it. */
export function scriptOf(lang: string): Script {
  const { script } = new Intl.Locale(lang).maximize()
  return SCRIPTS[script ?? ''] ?? 'latn'
}
