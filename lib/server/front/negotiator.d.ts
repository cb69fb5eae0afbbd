/** @types/negotiator is still at 0.6, which has no order of preference among codings. */
declare module 'negotiator' {
  type Headers = { accept?: string | undefined; 'accept-encoding'?: string | undefined }
  export default class Negotiator {
    constructor(request: { headers: Headers })
    /** The best of these codings; among those that the client ranks equally, the first of `preferred`. */
    encoding(available: string[], options: { preferred: string[] }): string | undefined
    /** Those of these types that the client accepts, best first. */
    mediaTypes(available: string[]): string[]
  }
}
