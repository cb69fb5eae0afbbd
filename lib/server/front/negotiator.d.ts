/** @types/negotiator stands at 0.6, which knows no order of preference among codings. */
declare module 'negotiator' {
  type Headers = { accept?: string | undefined; 'accept-encoding'?: string | undefined }
  export default class Negotiator {
    constructor(request: { headers: Headers })
    /** The best of these codings; among those that the client ranks alike the first of `preferred`. */
    encoding(available: string[], options: { preferred: string[] }): string | undefined
    /** Of these types those that the client takes, best first. */
    mediaTypes(available: string[]): string[]
  }
}
