import type { Words } from '@/lib/words/words'

/** What scripts of every page say, as attributes of its body: they have no words of their own. */
export const elementWords = (words: Words['elements']) => ({
  'data-settings': words.settings,
  'data-themes': [words.theme, words.system, words.light, words.dark].join('|'),
  'data-sizes': [words.textSize, words.standard, words.large, words.larger].join('|'),
  'data-copy-link': words.copyLink,
  'data-copied': words.copied,
  'data-not-copied': words.notCopied,
  'data-copy-quote': words.copyQuote,
  'data-quoted': words.quoted,
  'data-close': words.close,
})
