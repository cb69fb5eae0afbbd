/**
 * Every word that the site itself says to readers, in English: plain data, so that another language is one more file.
 * `{name}` is put in by code; a text that counts has a form for each plural category of Unicode's CLDR.
 */
export const en = {
  ask: {
    busy: 'Many readers are asking just now. Your question is still here: please ask again in a moment.',
  },
  article: {
    comments: { one: '{count} comment', other: '{count} comments' },
    minutes: { one: '{count} min read', other: '{count} min read' },
  },
  search: {
    busy: 'Many readers are searching just now. Please try again in a moment.',
    noWords: 'There is no word in this to look for.',
  },
}
