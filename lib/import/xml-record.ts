/** An element of an XML file with everything in it. */
export type XmlRecord = {
  name: string
  attributes: Record<string, string>
  /** Its own text, without that of its children. */
  text: string
  children: XmlRecord[]
}

/** The text of the first child of this name; '' if there is none. */
export const textIn = (record: XmlRecord, name: string): string =>
  record.children.find((child) => child.name === name)?.text ?? ''
