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
