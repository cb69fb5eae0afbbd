/** An element with these properties and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** What the page says for scripts, in its own language (components/site/element-words.ts). */
export const word = (name: string) => document.body.dataset[name] ?? ''

/** Styles a document or a shadow root besides, in the one way that the site's policy allows. */
export function adopt(root: DocumentOrShadowRoot, style: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets.push(sheet)
}

/** The element's shadow root with styles of its own. */
export function styledRoot(host: HTMLElement, style: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' })
  adopt(root, style)
  return root
}
