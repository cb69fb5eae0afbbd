import type { QuestionLanguage } from './question-language'

const NUMBERS =
  'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents centaine centaines mille millier milliers million millions milliard milliards dizaine dizaines douzaine plusieurs'
const WRITTEN = NUMBERS.replaceAll(' ', '|')
const SPAN =
  '(?:secondes?|minutes?|heures?|jours?|journées?|nuits?|semaines?|mois|ans?|années?|décennies?|siècles?)'
/** Word borders that know accents. */
const B = '(?<![\\p{L}\\p{M}])'
const E = '(?![\\p{L}\\p{M}])'
const words = (pattern: string, flags = 'iu') => new RegExp(`${B}(?:${pattern})${E}`, flags)

export const FRENCH: QuestionLanguage = {
  asks: [
    ['age', words("quel (?:est l['’])?âge|quel âge")],
    [
      'duration',
      words(
        `combien de temps|pendant combien|combien d['’e ]\\s?${SPAN}|depuis quand|jusqu['’]à quand`,
      ),
    ],
    [
      'time',
      words(
        'quand|(?:quel|quelle|quels|quelles) (?:\\p{L}+ )?(?:jour|année|date|heure|mois|semaine|siècle|époque)|en quelle année|à quelle heure',
      ),
    ],
    [
      'money',
      words(
        'combien .*(?:co[ûu]t\\p{L}*|pay\\p{L}*|vers\\p{L}*|euros?|dollars?|argent|dépens\\p{L}*|gagn\\p{L}*|vaut|investi\\p{L}*|vend\\p{L}*)|(?:quel|à quel) (?:est le )?(?:prix|co[ûu]t|montant|salaire)|quelle (?:somme|amende)',
      ),
    ],
    [
      'number',
      words(
        'combien|quel (?:nombre|pourcentage)|quelle (?:part|proportion|distance|hauteur|taille|longueur)',
      ),
    ],
    [
      'place',
      words(
        "où|d['’]où|(?:quel|quelle|quels|quelles) (?:\\p{L}+ )?(?:ville|pays|lieu|endroit|village|région|rue|département|continent|état)",
      ),
    ],
    [
      'name',
      words(
        "qui|comment s['’]appelle\\p{L}*|(?:quel|quelle) (?:\\p{L}+ )?(?:personne|homme|femme|entreprise|société|parti|ministre|groupe|équipe)",
      ),
    ],
    [
      'reason',
      words(
        'pourquoi|pour quelles? raisons?|(?:quelle|quel) (?:est|était|a été) la (?:raison|cause)',
      ),
    ],
  ],
  holds: {
    age: words('\\d{1,3} ans|âgée?s? de \\d+'),
    duration: words(
      `(?:\\d+|${WRITTEN}|une?|quelques|toute la|tout le)\\s+(?:\\p{L}+\\s)?${SPAN}|depuis|jusqu['’]\\p{L}+|pendant`,
    ),
    time: words(
      "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|(?:1[5-9]|20)\\d\\d|hier|aujourd['’]hui|demain|matin|midi|soir|nuit|après-midi|minuit|semaine (?:dernière|prochaine)|mois (?:dernier|prochain)|il y a|siècle|\\d{1,2} ?h(?: ?\\d\\d)?|\\d{1,2} heures?",
    ),
    money:
      /[€$£]\s?\d|\d\s?(?:[€$£]|(?:millions?|milliards?|mille)?\s?(?:d['’]|de )?(?:euros?|dollars?|francs?|livres|yens?|roubles?|centimes?)\b)/iu,
    number: new RegExp(`\\p{Nd}|${B}(?:${WRITTEN})${E}`, 'iu'),
    place:
      /(?<!\p{L})(?:d['’]|à|au|aux|en|dans|près (?:de|du|d['’])|depuis|vers|chez|sur|de|du|entre|hors de|au large (?:de|du|d['’]))\s?(?:la\s|le\s|les\s|l['’])?(?:\p{Ll}+\s(?:de\s)?)?\p{Lu}/u,
    reason: words(
      "parce qu\\p{L}*|parce qu['’]|car|en raison|à cause|grâce à|puisqu\\p{L}*|afin de|pour \\p{L}+er|faute de|suite à|cause|raison|motif|due?s? à",
    ),
  },
  counted: /\bcombien (?:de |d['’])((?:\p{L}+ )?\p{L}+)/iu,
  numbers: NUMBERS,
  asking: 'passe passee arrive arrivee appelle type sorte',
  grammar: `
    que quoi qui quand ou comment combien pourquoi quel quelle quels quelles est ce sont etait ete a ont avait fait il elle ils elles t
  `,
  which: 'quel quelle quels quelles',
  kinds: `
    pays ville lieu endroit village region rue departement personne homme femme entreprise societe groupe equipe parti date jour
    mois annee heure nombre pourcentage somme prix cout raison cause metier langue age nom temps
  `,
  enough: 0.8,
  leans: words(
    'il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui-ci|celle-ci|y|ce dernier|cette dernière',
  ),
}
