import type { QuestionLanguage } from './question-language'

const NUMBERS =
  'zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden dutzend dutzende halb mehrere'
/** As they are written. */
const WRITTEN =
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert\\p{L}*|tausend\\p{L}*|Hunderte|Tausende|Million(?:en)?|Milliarden?|Dutzende?'
const SPAN =
  '(?:Sekunde|Minute|Stunde|Tag|Nacht|Nächte|Woche|Monat|Jahr|Jahrzehnt|Jahrhundert)(?:e?n|e|s)?'

export const GERMAN: QuestionLanguage = {
  asks: [
    ['age', /\bwie alt\b/i],
    [
      'duration',
      new RegExp(`\\bwie lange\\b|\\bwie viele ${SPAN}\\b|\\bseit wann\\b|\\bbis wann\\b`, 'iu'),
    ],
    [
      'time',
      /\bwann\b|\b(?:welche[mnrs]?|an welchem|in welchem) (?:\p{L}+ )?(?:Jahr|Tag|Datum|Monat|Woche|Uhrzeit|Jahrhundert)\b|\bum wie viel Uhr\b/iu,
    ],
    [
      'money',
      /\bwie ?viel\b.*\b(?:kost\p{L}*|zahl\p{L}*|bezahl\p{L}*|gezahlt|geld|euro|dollar|verdien\p{L}*|ausgegeben|investier\p{L}*|spend\p{L}*|wert)\b|\bwas kostet\p{L}*\b|\bwelche[nr]? (?:Preis|Summe|Strafe|Gehalt)\b|\bwie teuer\b/iu,
    ],
    [
      'number',
      /\bwie ?viele?\b|\bwie (?:weit|oft|schnell|hoch|groß|tief|schwer|lang)\b|\bwelcher Anteil\b/iu,
    ],
    [
      'place',
      /\bwo\b|\bwohin\b|\bwoher\b|\b(?:welche[mnrs]?|in welche[mr]) (?:\p{L}+ )?(?:Stadt|Land|Ort|Dorf|Region|Staat|Straße|Gegend|Kontinent)\b/iu,
    ],
    [
      'name',
      /\bwer\b|\bwem\b|\bwen\b|\bwessen\b|\bwie hei(?:ß|ss)t|\bwelche[mnrs]? (?:\p{L}+ )?(?:Person|Mann|Frau|Firma|Unternehmen|Partei|Minister|Ministerin|Gruppe|Verein|Politiker)\b/iu,
    ],
    [
      'reason',
      /\bwarum\b|\bweshalb\b|\bwieso\b|\bweswegen\b|\baus welche[mn] Gr(?:u|ü)nd|\bwas (?:war|ist) der Grund\b/iu,
    ],
  ],
  holds: {
    age: /\b\d{1,3}(?:-| )?jährige|\(\d{1,3}\)|\b\d{1,3} Jahre alt\b|\bim Alter von \d/iu,
    duration: new RegExp(
      `(?:\\d|\\b(?:${WRITTEN}|eine[nr]?|einige|mehrere|ganze[nr]?))\\s+(?:\\p{L}+\\s)?${SPAN}\\b|\\b(?:seit|bis)\\b|\\b${'\\p{L}*'}(?:stunden|tage|wochen|monate|jahre)lang\\b`,
      'iu',
    ),
    time: /\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch|\b(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:gestern|heute|morgen|vorgestern|morgens|abends|nachts|mittags|früh|Morgen|Abend|Nacht|Mittag|Mitternacht|Vormittag|Nachmittag|Woche|Monat|vergangene[nrs]?|vor \p{L}+ (?:Tagen|Wochen|Monaten|Jahren)|Jahrhundert)\b|\d(?:[:.]\d\d)? Uhr\b|\b\d{1,2}\. ?\d{1,2}\./u,
    money:
      /[€$£]\s?\d|\d\s?(?:[€$£]|(?:Mio\.|Mrd\.|Millionen|Milliarden|Tausend)?\s?(?:Euro|Dollar|Franken|Pfund|Kronen|Yen|Cent|Rubel)\b)/iu,
    number: new RegExp(`\\p{Nd}|\\b(?:${WRITTEN}|mehrere|viele)\\b`, 'iu'),
    place:
      /\b(?:in|im|bei|beim|nahe|nach|aus|vor|auf|an|am|über|zwischen|unweit|südlich|nördlich|östlich|westlich)\s+(?:der\s+|dem\s+|den\s+|die\s+)?(?:\p{Ll}+\s+)?\p{Lu}/u,
    reason:
      /\b(?:weil|denn|da|wegen|aufgrund|auf Grund|deshalb|daher|deswegen|um .{2,60} zu|damit|infolge|dank|Grund|Ursache|Anlass|Folge)\b/iu,
  },
  name: /(?:\b(?:Herr|Frau|Dr\.|Prof\.|Professor(?:in)?|Präsident(?:in)?|Kanzler(?:in)?|\p{Lu}?\p{Ll}*[mM]inister(?:in)?|Bürgermeister(?:in)?|Kapitän(?:in)?|Trainer(?:in)?|Sprecher(?:in)?|\p{Lu}\p{Ll}*chef(?:in)?|Direktor(?:in)?|Richter(?:in)?|König(?:in)?|Papst|Autor(?:in)?|Sänger(?:in)?)\s+\p{Lu}\p{L}+|(?<!(?:^|[.!?„“"]\s*))\b\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:von\s|van\s|de\s)?\p{Lu}\p{Ll}+\b|^(?!(?:Der|Die|Das|Den|Dem|Des|Ein(?:e[nmr]?)?|Keine?|In|Im|Am|An|Bei|Nach|Vor|Mit|Auf|Für|Von|Aus|Zum|Zur|Seine?|Ihre?|Diese[rs]?|Alle|Viele|Mehrere|Auch|Als|Wenn|Nun|So|Unter|Über|Seit|Ab|Um|Durch|Gegen|Ohne|Zwei|Drei|Vier)\s)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\b|\b\p{Lu}{2,}\b)/gu,
  counted: /\bwie ?viele ((?:\p{L}+ )?\p{L}+)/iu,
  numbers: NUMBERS,
  asking: 'passiert passierte geschah geschehen heisst hiess art',
  grammar: `
    was wer wem wen wessen wann wo wohin woher warum weshalb wieso weswegen wie welche welcher welches welchem welchen viel viele
    wieviel wieviele lange oft hat haben hatte ist sind war waren wird wurde wurden
  `,
  which: 'welche welcher welches welchem welchen was',
  kinds: `
    land stadt ort dorf region staat strasse gegend person mann frau firma unternehmen gruppe verein partei datum tag monat jahr
    zahl anteil summe preis grund ursache beruf sprache alter name uhr
  `,
  verbPrefix: /^ge(?=\p{L}{4})/u,
  enough: 0.8,
  leans: /\b(?:er|sie|es|ihn|ihm|ihr|ihre[mnrs]?|sein|seine[mnrs]?|diese[mnrs]?|dort|dabei)\b/iu,
}
