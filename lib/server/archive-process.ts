/** What the server needs of the archive: the number of content errors, and a way to stop it. */
export type ArchiveProcess = {
  /** Called after the first page: starts what follows the archive, which would only take time from that page. */
  follow(): void
  stop(): Promise<void>
  contentErrors(): number
}
