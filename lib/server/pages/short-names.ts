/** A build's name for a class of a module (`sHEs2a_masthead`); our other classes have no underscore. */
const MODULE_CLASS = /\.((?:[\w-]|[^\0-\x7f])*_(?:[\w-]|[^\0-\x7f])+)/g

export type ShortNames = {
  sheets: ReadonlyMap<string, string>
  /** From the names in documents to the names in these sheets. */
  classNames: ReadonlyMap<string, string>
}

/**
 * Gives each class of the modules a short name, the same on every server that runs this build. In a page with its styles
 * inside, the long names are a thirtieth of all bytes.
 */
export function shortenNames(sheets: ReadonlyMap<string, string>): ShortNames {
  const names = new Set<string>()
  for (const sheet of sheets.values()) {
    for (const [, name = ''] of sheet.matchAll(MODULE_CLASS)) names.add(name)
  }
  const classNames = new Map([...names].sort().map((name, i) => [name, `_${i.toString(36)}`]))
  const rename = (whole: string, name: string) => `.${classNames.get(name) ?? whole}`
  const renamed = [...sheets].map(
    ([address, sheet]) => [address, sheet.replace(MODULE_CLASS, rename)] as const,
  )
  return { sheets: new Map(renamed), classNames }
}

/** The value of a `class` attribute with the short names. */
export const renameClasses = (classes: string, names: ShortNames['classNames']): string =>
  classes
    .split(/\s+/)
    .map((name) => names.get(name) ?? name)
    .join(' ')
