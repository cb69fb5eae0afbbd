const list = (text: string) => new Set(text.trim().split(/\s+/))

/**
 * German nouns that make their plural with -er, as they are folded: Haus, Häuser. All others in -er are words of their
 * own, many of them people: an Arbeiter is no Arbeit, a Wähler no Wahl.
 */
const ER_PLURALS = list(`
  amt bad bild blatt brett buch dach denkmal dorf fach fass feld geist geld gemut geschlecht gesicht gespenst glas glied
  gott grab gras gut haupt haus hemd holz horn huhn irrtum kalb kind kleid korn kraut lamm land leib licht lied loch mann
  maul nest rad rand regiment reichtum rind schild schloss schwert stift tal tuch volk wald weib wort wurm altertum bistum
  eigentum furstentum heiligtum herzogtum
`)
const LONGEST_ER_PLURAL = 10

/** Adjectives, which take -er too: by their own endings, or short and common. */
const ADJECTIVE = /(?:isch|tsch|lich|ig|bar|sam|haft|los|voll)$/
const ADJECTIVES = list(`
  neu gross klein alt jung grun rot weiss schwarz blau gelb lang kurz stark schwach frei ganz halb hoh erst zweit dritt link
  recht nah fern
`)

/** Fewer letters are no stem. */
const SHORTEST = 3

/**
 * The stem of a folded German word: without the endings of case and number, but with those that make another word of it.
 * (Snowball's takes -er and -ung off as well: Arbeiter and Arbeit, Bürger and Burg become one.)
 */
export const stemGerman = (word: string): string =>
  word.length > SHORTEST ? single(foreign(genitive(person(plural(genitive(word)))))) : word

function plural(word: string): string {
  const [, before = '', ending] = /^(.*)(ern?|ers)$/.exec(word) ?? []
  if (ending !== undefined) return takesEr(before) ? before : `${before}er`
  const cut = /(?:en|es|e|(?<=el)n)$/.exec(word)?.[0].length ?? 0
  return word.length - cut >= SHORTEST ? word.slice(0, word.length - cut) : word
}

/** Nouns also as the last part of a compound: Krankenhäuser, Bundesländer. */
function takesEr(stem: string): boolean {
  if (ADJECTIVE.test(stem) || ADJECTIVES.has(stem)) return true
  for (let length = Math.min(stem.length, LONGEST_ER_PLURAL); length > 1; length--)
    if (ER_PLURALS.has(stem.slice(-length))) return true
  return false
}

/** Lehrerinnen are Lehrer. */
const person = (word: string) => word.replace(/(?<=\p{L}{3}er)inn?$/u, '')

/** After other letters -s belongs to the word: Preis, Haus. It goes again when -e has gone after it: Zins, Zinsen. */
const genitive = (word: string) => word.replace(/(?<=\p{L}{2}(?:[bdfghklmnrtoy]|\p{L}{2}a))s$/u, '')

/** Themen are of a Thema, Zentren of a Zentrum, Viren of a Virus. */
const foreign = (word: string) =>
  word.length > 4 ? word.replace(/(?<=[^aeious])(?:a|um|us)$|(?<=e)um$/, '') : word

/** Ergebnis and Ergebnisse. */
const single = (word: string) => word.replace(/ss$/, 's')
