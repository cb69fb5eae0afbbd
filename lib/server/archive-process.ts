/** What the server needs of the archive: how many errors the content has, and a way to stop it. */
export type ArchiveProcess = {
  stop(): Promise<void>
  contentErrors(): number
}
