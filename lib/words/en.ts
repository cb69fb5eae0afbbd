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
  site: {
    frontPage: 'Front page',
    goToFrontPage: 'Go to the front page',
    toFrontPage: '{site}: front page',
    sections: 'Sections',
    search: 'Search',
    searchSite: 'Search this site',
    footer: 'More of this site',
    topics: 'Topics',
    authors: 'Authors',
    archive: 'Archive',
    feeds: 'Feeds',
    ask: 'Ask',
    corrections: 'Corrections',
  },
  missing: {
    title: 'We can’t find that page',
    text: 'The address may be mistyped, or the story may have been taken down. Stories that move keep their old addresses.',
  },
  failure: {
    title: 'Something went wrong',
    text: 'The fault is ours, not yours, and we have a record of it. Please try again in a moment.',
  },
  search: {
    title: 'Search',
    titleOf: '{query}: search',
    archive: 'Search the archive',
    submit: 'Search',
    busy: 'Too many people are searching just now. Please try again in a moment.',
    noWords: 'There is no word in this to look for.',
    nothing: 'Nothing found',
    tryOthers: 'Try other words, or fewer of them.',
    moreThan: 'More than {count}',
    anyOf: '{stories} with one or more of these words',
    page: '{found}, page {page} of {pages}',
    better: 'Better results',
    more: 'More results',
    meant: 'Did you mean',
    narrowedTo: 'Narrowed to',
    narrowTo: 'Narrow to',
    remove: '{name}: remove',
    fewer: 'Stories are found with less',
    tags: 'Topics',
    /** The filters under the field. */
    filters: {
      apply: 'Apply',
      order: 'Order',
      best: 'Best match first',
      newest: 'Newest first',
      section: 'Section',
      everySection: 'Every section',
      time: 'Time',
      anyTime: 'Any time',
      day: 'Past day',
      week: 'Past week',
      month: 'Past month',
      year: 'Past year',
    },
    tips: 'Search tips',
    tipsStart:
      'Use any words: stories that have more of them, and the rarer ones, come first. To narrow a search, add',
  },
  lists: {
    stories: { one: '{count} story', other: '{count} stories' },
    follow: 'Follow',
    /** To a screen reader, and to a feed reader. */
    followName: 'Follow {name} in a feed reader',
    earlier: 'Earlier stories',
    page: 'Page {page} of {pages}',
    /** What a search engine shows of a list. */
    about: {
      tag: '{stories} about {name} on {site}.',
      section: '{name}: {stories} on {site}.',
      source: '{stories} from {name} on {site}.',
      author: '{stories} by {name} on {site}.',
    },
    titlePage: '{title}, page {page}',
    noAuthors: 'No story names an author yet.',
    noSections: 'No story is in a section yet.',
  },
  archive: {
    title: 'Archive',
    about: 'Every story by the day on which it was published.',
    empty: 'Nothing has been published yet.',
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
