/**
 * Every word that the site itself says to readers, in English: plain data, so that another language is one more file.
 * `{name}` is put in by code; a text that counts has a form for each plural category of Unicode's CLDR.
 */
export const en = {
  article: {
    comments: { one: '{count} comment', other: '{count} comments' },
    minutes: { one: '{count} min read', other: '{count} min read' },
  },
}
