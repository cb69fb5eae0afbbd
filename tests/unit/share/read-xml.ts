import { SaxesParser } from 'saxes'

export type Node = {
  name: string
  attributes: Record<string, string>
  text: string
  children: Node[]
}

/** Reads XML as strictly as the standard demands, namespaces included; throws at the first fault. */
export function readXml(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true })
  const root: Node = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const top = () => open.at(-1) ?? root
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value])
    const node: Node = { name, attributes: Object.fromEntries(values), text: '', children: [] }
    top().children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    top().text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const [first] = root.children
  if (first === undefined) throw new Error('The document is empty')
  return first
}

export const all = (node: Node, name: string): Node[] =>
  node.children.filter((child) => child.name === name)

/** The only child with that name. */
export function one(node: Node, name: string): Node {
  const [found, ...more] = all(node, name)
  if (found === undefined || more.length > 0)
    throw new Error(`${node.name} has ${more.length + (found ? 1 : 0)} of ${name}`)
  return found
}
