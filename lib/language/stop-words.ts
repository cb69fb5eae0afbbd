const list = (text: string) => new Set(text.trim().split(/\s+/))

/**
 * Words that say nothing about a text: Lucene's short English list, with folded contractions. Short on purpose:
 * for searching, "who", "before" or "against" still tell texts apart.
 */
export const ENGLISH_STOP_WORDS = list(`
  a an and are as at be but by for if in into is it no not of on or such that the their then there these they
  this to was will with isnt arent wasnt
`)

/**
 * The particles and auxiliaries that Intl.Segmenter cuts out of Japanese, and Chinese function words. Words
 * of these scripts are recognised by their letters, whatever the language of the text is said to be.
 */
export const UNSPACED_STOP_WORDS = list(`
  は が の を に へ と も で や か ね よ な だ た て し さ れ い う する した して すれ いる いた い られ れる
  られる ある あっ です でし ます まし ない なかっ なる なり なっ から まで より など これ それ この その という
  こと もの ため よう ので のに ながら だっ せ でき できる について による により として における
  的 了 是 在 和 与 與 就 也 都 而 及 或 被 把 对 對 从 從 这 這 那 个 個 们 們 着 著 为 為 于 於 以 之
`)

/**
 * Further English words that join sentences rather than say what they are about: pronouns, auxiliaries,
 * conjunctions, the verbs of reporting. Ranking leaves them out, where no statistics of a large archive do it.
 */
export const FUNCTION_WORDS = list(`
  about above according across after again against ago all almost along already also although always am among
  another any anyone anything around away back became because become been before behind being below between
  both came can cant cannot come could couldnt despite did didnt do does doesnt doing dont down due during
  each either else enough especially etc even ever every everyone everything few first following former four
  five from further gave get gets getting give given go goes going gone got had hadnt has hasnt have havent
  having he hence her here hers herself him himself his how however i im including indeed inside instead its itself
  just keep kept know known last late later least less let like likely made make makes making many may maybe
  me mean meanwhile might mine mr mrs ms more moreover most much must my myself near nearly neither never
  nevertheless new next nor nothing now off often once one only onto other others otherwise our ours ourselves
  out outside over own part per perhaps put rather really said same saw say saying says second see seem
  seemed seems seen several shall she should shouldnt since six so some someone something sometimes soon
  still take taken takes taking tell tells than thanks thats them themselves therefore theres third those though
  three through throughout thus time times today together told tomorrow too took toward towards two under
  unless unlike until up upon us use used using very via want wanted wants way ways we well went were werent
  what whatever when where whereas whether which while who whole whom whose why within without wont would
  wouldnt year years yes yesterday yet you your yours yourself yourselves week weeks month months day days
  monday tuesday wednesday thursday friday saturday sunday
`)
