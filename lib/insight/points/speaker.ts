import { pointsIn } from './point-languages'

/** What others say in a sentence, whose “we” isn't the writer's. */
const QUOTED =
  /“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』|(?<![\p{L}\p{N}])['‘][^'’]*['’]/gu
/** The I of World War I and that of will.i.am. */
const NO_SPEAKER = /(?<=\p{Lu}\p{Ll}+\s)I\b|(?<=\.)i(?=\.)/gu

/** Whether the writer, or an interviewee, speaks in a sentence. */
export const isFirstPerson = (text: string, lang?: string): boolean =>
  pointsIn(lang)?.firstPerson.test(text.replace(QUOTED, ' ').replace(NO_SPEAKER, ' ')) === true
