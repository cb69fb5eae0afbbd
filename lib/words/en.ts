/**
 * Every word that the site itself says to readers, in English: plain data, so that another language is one more file.
 * `{name}` is put in by code; a text that counts has a form for each plural category of Unicode's CLDR.
 */
export const en = {
  article: {
    /** Above the headline; news needs none. */
    kinds: {
      news: '',
      analysis: 'Analysis',
      opinion: 'Opinion',
      editorial: 'Editorial',
      review: 'Review',
      interview: 'Interview',
      explainer: 'Explainer',
      obituary: 'Obituary',
      sponsored: 'Sponsored',
    },
    sponsored: 'This article was paid for by an advertiser. The newsroom had no part in it.',
    comments: { one: '{count} comment', other: '{count} comments' },
    minutes: { one: '{count} min read', other: '{count} min read' },
  },
  front: {
    /** The page's name to a screen reader. */
    title: '{site}: front page',
    latest: 'Latest',
    more: 'More stories',
    discussed: 'Most discussed',
    updated: 'Updated',
    empty: 'Nothing has been published yet. Come back soon.',
  },
}
