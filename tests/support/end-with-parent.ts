/** For `node --import`: ends a program when its standard input, a pipe from this process, closes. */
export const END_WITH_PARENT = new URL('./watch-parent.mjs', import.meta.url).href
