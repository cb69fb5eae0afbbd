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
    by: 'By {names}',
    and: ' and ',
    facts: 'About this article',
    old: 'More than a year old',
    updated: 'Updated {time}',
    changed: 'What changed',
    original: 'Read the original',
    actions: 'Share and read',
    share: 'Share',
    textSize: 'Text size',
    firstComment: 'Comment',
    keyPoints: 'Key points',
    chosen: 'Chosen automatically from the article.',
    howChosen: 'How they are chosen',
    related: 'Related articles',
    moreOn: 'More on {names}',
    alsoIn: 'Also in {names}',
    next: 'Next',
    topics: 'Hashtags',
    ask: 'Ask this article',
    question: 'Your question',
    questions: 'Questions it can answer',
    answers: 'Answers are sentences of the articles, word for word.',
    howFound: 'How they are found',
    corrections: {
      other: 'Corrections',
      correction: 'Correction',
      clarification: 'Clarification',
      update: 'Update',
      note: 'Editor’s note',
    },
    sponsored: 'This article was paid for by an advertiser. The newsroom had no part in it.',
    comments: { one: '{count} comment', other: '{count} comments' },
    minutes: { one: '{count} min read', other: '{count} min read' },
  },
}
