import type { PointWords } from './point-words'

export const ITALIAN: PointWords = {
  asksWhy:
    '(?:^)perché|ecco perché|(?:le |i )?(?:ragioni|motivi) (?:di|del|della|dello|dei|delle|per)|come mai',
  reasons: `perché|poiché|siccome|a causa (?:di|del|della|dei|delle|dell['’].*)|grazie (?:a|al|alla|ai|alle)|per colpa (?:di|del|della)|ragion[ei]|motiv[oi]|caus[ae]|causat[oaie]|
    dovut[oaie]|provocat[oaie]|si spiega(?:no)?|spiega(?:no)?|visto che|dato che|per evitare|in seguito (?:a|al|alla)|di fronte (?:a|al|alla|ai|alle)|per mancanza di|si aggiunge`,
  furtherReasons:
    "^(?:a (?:questo|ciò) si aggiunge|un(?:['’]altra| altro| secondo| terzo) (?:ragione|motivo|causa|fattore))",
  demands: `deve|devono|dovrebbe|dovrebbero|dobbiamo|bisogna|occorre|serve(?:no)?|è (?:ora|tempo|urgente|necessario|indispensabile)|va(?:nno)? (?:cambiat|fermat|ripristinat)[oaie]|non può (?:più)?`,
  firstPerson: `io|mi|me|mio|mia|miei|mie|noi|ci|nostr[oaie]`,
  leans: `^(?:ma|e|ed|o|però|tuttavia|inoltre|anche|poi|quindi|dunque|così|perciò|invece|infatti|eppure|intanto|egli|ella|lui|lei|loro|essi|esse|quest[oaie] (?!anno|settimana|mese|estate|inverno|mattina|sera)|
    quest[oi]|ciò|quell[oaie]|quel|suo|sua|suoi|sue|entramb[ie]|un altro|un['’]altra|gli altri|lì|qui)`,
  furniture: `abbonati|abbonat[ei]vi|abbonament[oi]|newsletter|leggi (?:anche|tutto|di più)|clicca|cliccate|seguici|iscriviti|iscrivetevi|scarica|condividi|
    (?:qui sotto|in basso)|riproduzione riservata|tutti i diritti riservati|riservato agli abbonati|questo articolo (?:è|fa)|la nostra app`,
}
