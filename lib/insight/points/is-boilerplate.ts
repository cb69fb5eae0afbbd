import { hasLeftover } from '@/lib/markdown/leftovers'
import { pointsIn } from './point-languages'

/** What surrounds an article rather than belonging to it: rights, links, credits, invitations. */
const BOILERPLATE =
  /copyright|©|all rights reserved|https?:|www\.|^(?:photo|video|image|picture|read more|related|watch|see also|click|follow|subscribe|sign up|contact|reporting by|editing by|writing by|additional reporting|source|advertisement|e-?mail|share this|scroll down|listen to)\b|contributed to this report|\bposted (?:in|by)\b/i

/** "(left)", ", pictured above,", "(file photo)". */
const OF_PICTURE =
  /\(\s?(?:left|right|cent(?:re|er)|above|below|pictured|file (?:photo|picture|image)|far (?:left|right))\b[^)]*\)|[,(]\s?(?:pictured|seen here|left|right)\s?,|\bpictured\s(?:here|above|below|left|right|with|in|at|on|together)\b/i

/** "Delayed: Qantas has been told …" is how tabloids caption a picture. */
const LABEL = /^(?:[\p{L}'’-]+\s?){1,3}:\s/u

/** Whether a sentence belongs to what surrounds an article, or points at the page on which it stands. */
export const isBoilerplate = (text: string, lang?: string): boolean =>
  BOILERPLATE.test(text) || hasLeftover(text) || pointsIn(lang)?.furniture.test(text) === true

/** Whether a sentence reads like a caption that was run into the text. */
export const isCaption = (text: string): boolean => OF_PICTURE.test(text) || LABEL.test(text)
