/** What a field is for, in words for an editor, and an example of its value as a file has it. */
export type FieldWords = { about: string; example: string }

/**
 * Every field of an article's front matter. The schema says what is valid; this says what it means: for the file that
 * `content:new` writes, for what editing programs show, and for the guide.
 */
export const FIELD_WORDS: Record<string, FieldWords> = {
  title: { about: 'The headline.', example: 'Harbour wall to be rebuilt by spring' },
  date: {
    about:
      'When it is published; in the future: from then on. Without an offset in the site’s zone.',
    example: '2026-03-02T09:30',
  },
  description: {
    about: 'The standfirst below the headline. Without it lists show the first sentences.',
    example: 'The city pays, the port waits.',
  },
  source: {
    about: 'Who published it first.',
    example: '{ name: Harbour Gazette, url: "https://gazette.example/harbour-wall" }',
  },
  'source.name': { about: 'The name of the source; it has a page.', example: 'Harbour Gazette' },
  'source.url': {
    about: 'The address of the original.',
    example: 'https://gazette.example/harbour-wall',
  },
  authors: { about: 'Who wrote it; each has a page.', example: '[Ann Lee]' },
  tags: { about: 'What it is about; each has a page.', example: '[Harbour, Public works]' },
  section: { about: 'The part of the paper it belongs to.', example: 'City' },
  kind: {
    about:
      'What it is: news, analysis, opinion, editorial, review, interview, explainer, obituary or sponsored. Without it news, or opinion in a section of opinion.',
    example: 'analysis',
  },
  image: {
    about: 'The picture below the headline and in lists.',
    example: '{ src: harbour.jpg, alt: The harbour wall at low tide, credit: Ann Lee }',
  },
  'image.src': {
    about: 'The file: beside the article, or below content/media as media/….',
    example: 'media/harbour.jpg',
  },
  'image.alt': {
    about: 'What the picture shows, for those who don’t see it.',
    example: 'The harbour wall at low tide',
  },
  'image.credit': { about: 'Who took it.', example: 'Ann Lee' },
  'image.caption': {
    about: 'A sentence below the picture.',
    example: 'The wall was built in 1911.',
  },
  'image.focus': {
    about:
      'What stays visible where the picture is cropped: how far from the left and from the top.',
    example: '50% 25%',
  },
  updated: { about: 'When it was last changed in substance.', example: '2026-03-03T18:00' },
  expires: { about: 'Readers no longer see it from then on.', example: '2026-12-31' },
  draft: { about: 'true: not published.', example: 'true' },
  lead: { about: 'true: at the top of the front page (the newest one).', example: 'true' },
  evergreen: { about: 'true: never marked as an old story.', example: 'true' },
  canonical: {
    about: 'The address that search engines should show instead of ours.',
    example: 'https://gazette.example/harbour-wall',
  },
  aliases: {
    about: 'Former addresses, which redirect here: a former file name, or a path of the site.',
    example: '[harbour-wall-repairs, /2019/harbour.html]',
  },
  lang: { about: 'Its language, if it isn’t the site’s.', example: 'ja' },
  translationOf: {
    about: 'The file name, without .md, of the article that it is a translation of.',
    example: 'harbour-wall',
  },
  translations: {
    about: 'Its translations on other sites: the address of each by its language.',
    example: '{ ja: "https://shimbun.example/harbour" }',
  },
  corrections: {
    about: 'What was wrong and has been corrected, printed below the text.',
    example: '[{ date: 2026-03-03, text: "The wall is 300 metres long, not 3000." }]',
  },
  'corrections.date': { about: 'When it was corrected.', example: '2026-03-03' },
  'corrections.text': {
    about: 'What was wrong, and what is right.',
    example: 'The wall is 300 metres long, not 3000.',
  },
  'corrections.kind': {
    about: 'correction, clarification, update or note. Without it a correction.',
    example: 'clarification',
  },
  withdrawn: {
    about: 'The article is withdrawn; its address says so, and why.',
    example: '{ date: 2026-03-04, reason: The letter it rests on was forged. }',
  },
  'withdrawn.date': { about: 'When it was withdrawn.', example: '2026-03-04' },
  'withdrawn.reason': {
    about: 'Why, for readers.',
    example: 'The letter it rests on was forged.',
  },
  comments: { about: 'open or closed, whatever the site does otherwise.', example: 'closed' },
}
