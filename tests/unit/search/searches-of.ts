import { findResults } from '@/lib/search/find-results'
import { ContentFolder } from '../archive/content-folder'

type Story = { head?: string[]; text: string }

/** What searches find in a real archive of these articles. */
export async function searchesOf(
  stories: Record<string, Story>,
  more: Record<string, string> = {},
) {
  const folder = new ContentFolder()
  for (const [file, text] of Object.entries(more)) folder.write(file, text)
  for (const [slug, { head = [], text }] of Object.entries(stories)) {
    folder.article(slug, head, text)
  }
  await folder.update()
  const find = (text: string, page = 1) =>
    findResults({ text, page, now: folder.now }, folder.archive)
  const slugs = (text: string) => find(text)?.hits.map(({ slug }) => slug)
  return { folder, find, slugs }
}
