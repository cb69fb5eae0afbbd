/** Why the server doesn't start, in words for the person who started it: printed without a stack. */
export class StartError extends Error {}
