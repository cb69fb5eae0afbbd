/**
 * Inserts markup into the page as a browser does, all at once, so that an element finds its children when it is connected.
 */
export function placeMarkup(html: string): void {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.replaceChildren(holder)
}
