import { escapeXml } from '@/lib/feeds/xml'
import { directionOf } from '@/lib/language/direction'
import { languageOfWords, type Paper, type Words, wordsOf } from '@/lib/words/words'

type Message = { title: string; text: string }

/** A document of these words alone, in the site's language: for readers when no page of the site can be rendered. */
export function plainHtml(paper: Paper, choose: (words: Words) => Message): string {
  const words = wordsOf(paper)
  const lang = languageOfWords(paper)
  const { title, text } = choose(words)
  return [
    `<!DOCTYPE html><html lang="${lang}" dir="${directionOf(lang)}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(title)}</title><h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(text)} <a href="/">${escapeXml(words.site.goToFrontPage)}</a></p></html>`,
  ].join('')
}
