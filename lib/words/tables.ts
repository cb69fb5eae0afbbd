import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { he } from './he'
import { hi } from './hi'
import { it } from './it'
import { ja } from './ja'
import { ko } from './ko'
import { pt } from './pt'
import { ru } from './ru'
import type { Words } from './table'
import { zhHans } from './zh-Hans'
import { zhHant } from './zh-Hant'

/** Every language that the site speaks, by its tag (BCP 47); Chinese by its script. A new one is a file and a line here. */
export const TABLES: Record<string, Words> = {
  de,
  en,
  fr,
  ja,
  es,
  pt,
  ar,
  ko,
  'zh-Hans': zhHans,
  it,
  ru,
  he,
  hi,
  'zh-Hant': zhHant,
}
