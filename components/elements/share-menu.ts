/** Ways to send the page's address, where a browser has no sheet of the system: what the page's foot has, in a menu. */

import { copyButton } from './copy'
import { adopt, element } from './make-element'

const STYLE = `
:host{position:relative}
ul{position:absolute;inset-block-start:100%;inset-inline-start:0;z-index:2;inline-size:max-content;margin:0;padding:.25rem 1rem;list-style:none;background:var(--paper);border:1px solid var(--ink)}
li a{display:block;padding-block:.625rem;color:inherit;text-underline-offset:.2em;text-decoration-color:var(--accent)}
`

const menus = new WeakMap<HTMLElement, HTMLElement>()

/** Opens the menu of `host`, or closes it. */
export function openMenu(host: HTMLElement, link: HTMLAnchorElement): void {
  const menu = menus.get(host) ?? makeMenu(host, link)
  menu.hidden = !menu.hidden
  link.setAttribute('aria-expanded', String(!menu.hidden))
  if (!menu.hidden) menu.querySelector<HTMLElement>('button, a')?.focus()
}

function makeMenu(host: HTMLElement, link: HTMLAnchorElement): HTMLElement {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  adopt(root, STYLE)
  const links = [...document.querySelectorAll('#share [rel=nofollow]')].map((each) =>
    element('li', {}, each.cloneNode(true)),
  )
  const copies = navigator.clipboard ? [element('li', {}, ...copyButton())] : []
  const menu = element('ul', { hidden: true }, ...copies, ...links)
  root.append(menu)
  menus.set(host, menu)
  const close = () => {
    menu.hidden = true
    link.setAttribute('aria-expanded', 'false')
  }
  host.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || menu.hidden) return
    close()
    link.focus()
  })
  host.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !host.contains(relatedTarget)) close()
  })
  document.addEventListener('pointerdown', (event) => {
    if (!event.composedPath().includes(host)) close()
  })
  return menu
}
