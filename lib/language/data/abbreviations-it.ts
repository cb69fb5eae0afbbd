import type { Abbreviations } from './abbreviation-lists'

export const ITALIAN: Abbreviations = {
  titles: `
    Sig Sigg Sigra Sig.ra Sig.na Dott Dott.ssa Dr Prof Prof.ssa Ing Avv Arch Geom Rag On Sen Mons Fra S SS Gen Col
    Magg Cap Ten Cav Comm Egr Gent Spett Pres Min Mr Mrs es Es p.es P.es cfr Cfr cf vd vs ca sig sigg sig.ra sig.na
    dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen mons
  `,
  numbered: `
    n nn N num art Art artt pag pagg p pp vol Vol voll cap Cap capp fig Fig figg tab Tab tel Tel ca circa par gen
    feb mar apr mag giu lug ago set sett ott nov dic
  `,
  lettered: `
    fig Fig figg tab Tab cap Cap vol Vol art Art all All lett
  `,
  either: `
    ecc etc S.p.A S.r.l s.p.a s.r.l Inc Corp Ltd F.lli a.C d.C sgg ss seg gen feb apr ago sett ott nov dic
  `,
  starters: `
    Il Lo La I Gli Le L’ L' Un Uno Una Un’ Questo Questa Questi Queste Quello Quella Quelli Lui Lei Loro Noi Voi Io
    Tu Egli Esso Suo Sua Suoi Sue Nostro Nostra Si Ci Al Allo Alla Ai Alle Del Dello Della Dei Degli Delle Dal Dalla
    Nel Nella Nei Nelle Sul Sulla A Di Da In Con Su Per Tra Fra Secondo Dopo Prima Durante Contro Senza Ma E Ed O
    Però Perché Quindi Così Poi Allora Inoltre Anche Quando Dove Come Se Che Chi Cosa Quale Tutto Tutta Tutti Tutte
    Alcuni Alcune Molti Altri Altre Ogni Due Tre Oggi Ieri Domani Ora Qui Più Non È Sono Era
  `,
}
