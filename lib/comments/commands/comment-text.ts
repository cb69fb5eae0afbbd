import { Parser } from 'htmlparser2'
import { cleanText } from '@/lib/import/plain-words'

/** Elements whose marks comments have too. */
const MARKS: Record<string, string> = { em: '*', i: '*', strong: '**', b: '**', code: '`', tt: '`' }
const PARAGRAPHS = new Set(['p', 'div', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4'])
const OPAQUE = new Set(['script', 'style', 'iframe', 'object'])

/** A comment's HTML in the few marks that comments have here: emphasis, code, quotations, links. */
export function commentText(html: string): string {
  const writing = new Writing()
  const parser = new Parser(writing)
  parser.end(html.replace(/\r\n?/g, '\n'))
  return cleanText(writing.text)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

class Writing {
  text = ''
  #hidden = 0
  #quoted = 0
  #links: { href: string; start: number }[] = []

  onopentag(name: string, attributes: Record<string, string>): void {
    if (OPAQUE.has(name)) this.#hidden++
    if (name === 'blockquote') {
      this.#add('\n')
      this.#quoted++
    }
    if (name === 'br') this.#add('\n')
    else if (name === 'li') this.#add('\n- ')
    else if (name === 'img') this.#add(attributes.alt || attributes.src || '')
    else if (PARAGRAPHS.has(name)) this.#add('\n\n')
    else if (name === 'a')
      this.#links.push({ href: attributes.href ?? '', start: this.text.length })
    else this.#add(MARKS[name] ?? '')
  }

  ontext(text: string): void {
    this.#add(text)
  }

  onclosetag(name: string): void {
    if (OPAQUE.has(name)) this.#hidden--
    if (name === 'blockquote') this.#quoted--
    if (PARAGRAPHS.has(name)) this.#add('\n\n')
    else if (name === 'a') this.#closeLink()
    else this.#add(MARKS[name] ?? '')
  }

  #add(text: string): void {
    if (this.#hidden > 0) return
    this.text += this.#quoted > 0 ? text.replace(/\n+/g, '\n> ') : text
  }

  /** Words with an address become a link if its marks can hold both. */
  #closeLink(): void {
    const link = this.#links.pop()
    if (link === undefined || !/^(?:https?:|mailto:)[^\s()]+$/i.test(link.href)) return
    const words = this.text.slice(link.start)
    if (words === link.href || words.trim() === '' || /[[\]\n]/.test(words)) return
    this.text = `${this.text.slice(0, link.start)}[${words}](${link.href})`
  }
}
