/** A picture as large as the window, with its caption and credit: https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/ */
import { element, styledRoot, word } from './make-element'

const STYLE = `
dialog{box-sizing:border-box;inline-size:100vw;block-size:100dvh;max-inline-size:none;max-block-size:none;margin:0;padding:1rem;border:0;background:#141618;color:#e9e6df;font:400 .9375rem/1.45 var(--sans)}
dialog[open]{display:grid;grid-template-rows:auto minmax(0,1fr) auto;gap:.75rem;justify-items:center}
img{max-inline-size:100%;max-block-size:100%;min-block-size:0;object-fit:contain;align-self:center}
p{max-inline-size:48rem;margin:0}
button{justify-self:end;min-inline-size:2.75rem;min-block-size:2.75rem;padding:0 1rem;border:1px solid;border-radius:2px;background:none;color:inherit;font:inherit;cursor:pointer}
:focus-visible{outline:3px solid #ff9a8a;outline-offset:2px}
`

/** Opens the whole of the picture that a link leads to; closing gives the focus back to the link. */
export function openPicture(link: HTMLAnchorElement): void {
  const alt = link.querySelector('img')?.alt ?? ''
  const caption = link.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? ''
  const close = element('button', { type: 'button', textContent: word('close') })
  const image = element('img', { src: link.href, alt })
  const words = caption ? [element('p', { textContent: caption })] : []
  const dialog = element('dialog', {}, close, image, ...words)
  dialog.setAttribute('aria-label', alt || caption)
  const host = element('div', {})
  styledRoot(host, STYLE).append(dialog)
  document.body.append(host)
  close.onclick = () => dialog.close()
  // A click beside the picture and its words.
  dialog.onclick = ({ target }) => target === dialog && dialog.close()
  dialog.onclose = () => {
    host.remove()
    link.focus()
  }
  dialog.showModal()
}
