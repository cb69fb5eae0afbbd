import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { articleJsonSchema } from '@/lib/front-matter/json-schema'
import { articleSnippets } from '@/lib/front-matter/snippets'
import { outliveReaders } from '@/lib/site/outlive-readers'

/** `npm run content:schema`: writes what editing programs complete and check front matter from. */
const files = {
  'article.schema.json': articleJsonSchema(),
  'article.code-snippets': articleSnippets(),
}
outliveReaders()
for (const [name, content] of Object.entries(files)) {
  const file = path.join('.vscode', name)
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  process.stdout.write(`${file}\n`)
}
