/** Why a page can't show any history. */
export const UNAVAILABLE = [
  'no git',
  'no repository',
  'no commits',
  'shallow',
  'being read',
  'not in git',
  'failed',
] as const

export type Unavailable = (typeof UNAVAILABLE)[number]
