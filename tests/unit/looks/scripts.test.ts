import { readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

function valuesOf(file: string, selector: string): Map<string, string> {
  const values = new Map<string, string>()
  postcss.parse(readFileSync(path.join(root, file), 'utf8')).walkRules(selector, (rule) => {
    rule.walkDecls((each) => void values.set(each.prop, each.value.replace(/\s+/g, ' ')))
  })
  return values
}

test('a Latin text in a page of another script is set as everywhere else', () => {
  const usual = valuesOf('app/styles/tokens.css', ':root')
  const latin = valuesOf('components/site/script.module.css', '.latn')
  const others = ['.arab', '.deva', '.cjk'].flatMap((script) => [
    ...valuesOf('components/site/script.module.css', script).keys(),
  ])
  for (const name of others.filter((each) => each.startsWith('--')))
    expect(latin.get(name), name).toBe(usual.get(name) ?? 'initial')
})
