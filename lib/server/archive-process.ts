/** The archive as the server sees it: something that becomes ready, can tell how it is, and stops. */
export type ArchiveProcess = {
  ready: Promise<unknown>
  stop(): Promise<void>
  status(): { contentErrors: number }
}
