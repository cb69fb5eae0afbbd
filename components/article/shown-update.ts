import type { Moment } from '@/lib/article/article'

/** When the words of an article last changed, and where that is shown. */
export type ShownUpdate = { moment: Moment; href?: string | undefined }
