import type { PointWords } from './point-words'

export const GERMAN: PointWords = {
  asksWhy: 'warum|weshalb|wieso|(?:die )?gründe für|was hinter .+ steckt',
  reasons: `weil|denn|da sonst|weshalb|deshalb|daher|wegen|aufgrund|infolge|dank|gründe?|grund (?:ist|dafür|war)|ursachen?|
    verursacht|führt .+ auf .+ zurück|führt .+ zurück|zurückzuführen|liegt (?:an|daran)|begründete?|begründet|hinzu kommt|trägt .+ bei|
    hintergrund|angesichts|mangels|aus (?:sorge|angst|furcht)`,
  furtherReasons:
    '^(?:hinzu kommt|dazu kommt|ein (?:weiterer|zweiter|dritter) grund|eine (?:weitere|zweite|dritte) ursache|auch \\p{L}+ .*(?:trägt|tragen) .*bei)',
  demands: `muss|müssen|müsste|müssten|soll|sollte|sollten|sollen|darf nicht|dürfen nicht|es ist (?:höchste )?zeit|braucht|gehört(?:en)? abgeschafft|
    es (?:braucht|gilt)|ist überfällig|sind überfällig|unerlässlich|gefordert ist`,
  firstPerson: 'ich|mich|mir|mein(?:e[mnrs]?)?|wir|uns|unser(?:e[mnrs]?)?',
  leans: `^(?:aber|doch|denn|und|oder|jedoch|dennoch|trotzdem|außerdem|zudem|auch|dagegen|dabei|damit|dafür|daher|darum|deshalb|deswegen|danach|davor|darauf|daraufhin|
    hingegen|allerdings|vielmehr|stattdessen|sonst|ebenso|so|dann|dort|hier|hinzu kommt|zwar|immerhin|schließlich|er|sie|es (?!ist|gibt|braucht|gilt)|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?|
    dies(?:e[mnrs]?)?(?! (?:jahr|woche|monat|sommer|winter|frühjahr|herbst))|jene[mnrs]?|solche[mnrs]?|eine[rs]? (?:davon|von ihnen)|beide[nrs]?|
    das (?:ist|war|hat|wird|sei|liegt|bedeutet|heißt|zeigt))`,
  furniture: `abonnieren|abonnements?|newsletter|lesen sie (?:auch|hier|mehr|dazu|weiter)|mehr (?:zum thema|dazu|lesen)|klicken sie|folgen sie uns|
    (?:weiter unten|siehe unten|siehe oben|finden sie (?:hier|unten|unter))|alle rechte vorbehalten|(?:dieser|der) (?:artikel|text|beitrag) (?:ist|erschien|wurde|stammt)|
    registrieren sie|melden sie sich|testen sie|mit material (?:von|der)|unsere[mnr]? (?:app|podcast|newsletter|kanal)|jetzt (?:lesen|anmelden|testen|abonnieren)|
    symbolbild|archivbild|nur für abonnent\\p{L}*`,
}
