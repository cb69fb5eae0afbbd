/** Short enough for an address, and long enough that no two commits of one article start alike. */
const LENGTH = 12

/** A commit's name in the address of a version. */
export const shortCommit = (commit: string) => commit.slice(0, LENGTH)

export const isShortCommit = (text: string) => text.length === LENGTH && /^[0-9a-f]+$/.test(text)
