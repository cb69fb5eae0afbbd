/**
 * Letters and digits of other scripts that look like a Latin one, from Unicode's confusables (UTS 39), after lower-casing.
 */
const LOOKS_LIKE = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ьЬƅ6',
    c: 'сϲᴄ',
    d: 'ԁɗ',
    e: 'еєҽɛε3',
    f: 'ғϝ',
    g: 'ɡցԍ9',
    h: 'һհн',
    i: 'іιıɩӏl1|!ǀ',
    j: 'јϳ',
    k: 'кκĸ',
    m: 'мϻ',
    n: 'пηոռ',
    o: 'оοօσ0ه०০',
    p: 'рρϱ',
    q: 'ԛգ',
    r: 'гᴦɾ',
    s: 'ѕꜱ5ƽ$',
    t: 'тτ7',
    u: 'υսцʋ',
    v: 'ѵνᴠ',
    w: 'ѡωԝɯш',
    x: 'хχ×',
    y: 'уүγყ',
    z: 'ᴢʐ2',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
)

/** Characters that change the direction of text or are invisible: no name needs them, but imitations use them. */
const DIRECTION_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{M}\p{P}\p{Z}\p{Sk}\p{Sm}\p{Cc}\p{Cf}]/gu

/** What a name looks like at a glance: two names with the same skeleton are easily confused. */
export function nameSkeleton(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFKD')
  const letters = [...folded].map((letter) => LOOKS_LIKE.get(letter) ?? letter).join('')
  const bare = letters.replace(IGNORABLE, '').replaceAll('rn', 'm').replaceAll('vv', 'w')
  // A name of symbols alone looks only like itself.
  return bare === '' ? folded : bare
}

const sameName = (a: string, b: string) =>
  a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase()

/** Latin letters mixed with Cyrillic or Greek ones within one word: no language writes like this. */
function mixesScripts(name: string): boolean {
  return name
    .split(/[\s\p{P}]+/u)
    .some(
      (word) =>
        /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
    )
}

/**
 * Whether a name imitates another: one of the staff in any spelling, one of `others` (names in use) in another spelling
 * than theirs, or a name built with tricks that no real name needs.
 */
export function isLookAlike(
  name: string,
  staff: readonly string[],
  others: readonly string[],
): boolean {
  const skeleton = nameSkeleton(name)
  return (
    DIRECTION_CONTROL.test(name) ||
    mixesScripts(name) ||
    staff.some((member) => nameSkeleton(member) === skeleton) ||
    others.some((other) => nameSkeleton(other) === skeleton && !sameName(other, name))
  )
}
