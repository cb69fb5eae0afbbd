/** What the server needs of the archive: the number of content errors, and a way to stop it. */
export type ArchiveProcess = {
  stop(): Promise<void>
  contentErrors(): number
}
