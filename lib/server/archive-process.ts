/** The archive as the server sees it: something that can tell how it is, and stops. */
export type ArchiveProcess = {
  stop(): Promise<void>
  status(): { errors: number }
}
