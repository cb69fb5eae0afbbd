/** A way to send an address to somebody: a plain link, which works without script and contacts nobody until it is used. */
export type ShareLink = { name: string; href: string }

const encoded = encodeURIComponent

/** E-mail, by its name in the site's language, and the addresses that networks document for this purpose. */
export function shareLinks(title: string, url: string, email: string): ShareLink[] {
  const both = encoded(`${title}\n${url}`)
  return [
    { name: email, href: `mailto:?subject=${encoded(title)}&body=${encoded(url)}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${encoded(url)}` },
    { name: 'X', href: `https://x.com/intent/post?url=${encoded(url)}&text=${encoded(title)}` },
  ]
}
