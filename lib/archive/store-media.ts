import type { ImageFacts, ImageFault } from '@/lib/content/image-facts'
import type { Statements } from './statements'

export function storeMedia(
  rows: Statements,
  path: string,
  { isStill, ...image }: ImageFacts,
  bytes: number,
): void {
  rows.run('DELETE FROM image_faults WHERE path = :path', { path })
  rows.run(STORE_MEDIA, { path, ...image, still: isStill ? 1 : 0, bytes })
}

const STORE_MEDIA = `INSERT OR REPLACE INTO media (path, width, height, type, bytes, hash, still)
  VALUES (:path, :width, :height, :type, :bytes, :hash, :still)`

/**
 * The row's previous bytes are gone: a picture, unlike a text, has no previous version to show. Returns whether there was a
 * picture.
 */
export function storeBadImage(rows: Statements, path: string, fault: ImageFault): boolean {
  const existed = removeMedia(rows, path)
  const sql = 'INSERT INTO image_faults (path, fault) VALUES (:path, :fault)'
  rows.run(sql, { path, fault: JSON.stringify(fault) })
  return existed
}

/** Returns whether there was a picture. */
export function removeMedia(rows: Statements, path: string): boolean {
  rows.run('DELETE FROM image_faults WHERE path = :path', { path })
  return rows.run('DELETE FROM media WHERE path = :path', { path }).changes > 0
}
