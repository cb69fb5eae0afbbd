import { parseFront } from './parse-front'
import { parseProfiles } from './parse-profiles'
import { parseWords } from './parse-words'
import type { YamlFile } from './parse-yaml-file'

/** The parsers of the files that the archive keeps whole. */
const PARSERS = {
  front: parseFront,
  authors: parseProfiles,
  sources: parseProfiles,
  words: parseWords,
}

export type SettingKind = keyof typeof PARSERS

export const parseSetting = (kind: SettingKind, file: YamlFile) => PARSERS[kind](file)
