import { FIELD_WORDS } from './field-words'

type Snippet = { prefix: string; description: string; body: string; scope: 'markdown' }

/** Escapes the characters that have a meaning in snippets. */
const literal = (text: string) => text.replace(/[\\$}]/g, '\\$&')

/**
 * A snippet for each field of the front matter and one for a whole file, in the format of Visual Studio Code, which offers
 * them in Markdown without an extension.
 */
export function articleSnippets(): Record<string, Snippet> {
  const fields = Object.entries(FIELD_WORDS).filter(([name]) => !name.includes('.'))
  return Object.fromEntries([
    ['article', wholeArticle()],
    ...fields.map(([name, { about, example }]) => [
      name,
      {
        prefix: name,
        description: about,
        body: `${name}: \${1:${literal(example)}}`,
        scope: 'markdown' as const,
      },
    ]),
  ])
}

function wholeArticle(): Snippet {
  const day = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'
  const time = '$CURRENT_HOUR:$CURRENT_MINUTE'
  return {
    prefix: 'article',
    description: 'The front matter of a new article.',
    body: `---\ntitle: \${1:Headline}\ndate: ${day}T${time}\ndraft: true\ntags: [\${2}]\n---\n\n$0`,
    scope: 'markdown',
  }
}
