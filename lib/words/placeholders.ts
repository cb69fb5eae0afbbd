export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' and ')

/** What is wrong with the `{names}` of a text that replaces `model`; it may lack those of `mayLack`. */
export function placeholderFault(
  text: string,
  model: string,
  mayLack: readonly string[] = [],
): { problem: string; fix: string } | undefined {
  const [own, known] = [placeholdersIn(text), placeholdersIn(model)]
  const strange = own.filter((name) => !known.includes(name))
  const missing = known.filter((name) => !own.includes(name) && !mayLack.includes(name))
  if (strange.length > 0) {
    const fix = known.length > 0 ? `it has ${braced(known)}` : 'it has no {name}'
    return { problem: `${braced(strange)} stands for nothing here`, fix }
  }
  if (missing.length === 0) return undefined
  return {
    problem: `lacks ${braced(missing)}`,
    fix: `put it where ${JSON.stringify(model)} has it`,
  }
}
