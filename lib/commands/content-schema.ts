import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { articleJsonSchema, frontJsonSchema, wordsJsonSchema } from '@/lib/front-matter/json-schema'
import { articleSnippets } from '@/lib/front-matter/snippets'
import { type Command, runCommand } from './run-command'

/** `npm run content:schema`: writes the JSON Schema by which editing programs complete and check front matter. */
export const contentSchema: Command = (_, { stdout, cwd }) => {
  const files = {
    'article.schema.json': articleJsonSchema(),
    'front.schema.json': frontJsonSchema(),
    'words.schema.json': wordsJsonSchema(),
    'article.code-snippets': articleSnippets(),
  }
  for (const [name, content] of Object.entries(files)) {
    const file = path.join('.vscode', name)
    writeFileSync(path.join(cwd, file), `${JSON.stringify(content, null, 2)}\n`)
    stdout.write(`${file}\n`)
  }
  return 0
}

await runCommand(import.meta.url, contentSchema)
