import { element, word } from './make-element'

/** A button says that long what it did. */
const SAID_MS = 2_000

/** The page's address without what led a reader to a place in it. */
export const pageAddress = () => location.href.replace(/[?#].*/, '')

/** Copies, and says for a moment on the button and in a live region whether it could. */
export async function copy(text: string, button: HTMLElement, said: HTMLElement): Promise<void> {
  const { textContent } = button
  if (said.textContent) return
  said.textContent = button.textContent = await navigator.clipboard.writeText(text).then(
    () => word('copied'),
    () => word('notCopied'),
  )
  setTimeout(() => {
    button.textContent = textContent
    said.textContent = ''
  }, SAID_MS)
}

/** A button that copies the page's address, with the live region that says so. */
export function copyButton(): [button: HTMLButtonElement, said: HTMLElement] {
  const said = element('span', { role: 'status' })
  const button: HTMLButtonElement = element('button', {
    type: 'button',
    textContent: word('copyLink'),
    onclick: () => copy(pageAddress(), button, said),
  })
  return [button, said]
}
