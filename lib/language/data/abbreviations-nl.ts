import type { Abbreviations } from './abbreviation-lists'

export const DUTCH: Abbreviations = {
  titles: `
    dhr Dhr mevr Mevr mw Mw mr Mr dr Dr drs Drs ir Ir ing Ing prof Prof ds Ds gen kol kap lt St Ste jhr jkvr bijv
    Bijv b.v bv vgl Vgl cf d.w.z D.w.z m.n t.a.v i.p.v o.a m.b.t t/m evt resp zgn ca vs wnd gem
  `,
  numbered: `
    nr Nr nrs no art Art blz Blz p pp afb Afb fig Fig tab Tab hfst Hfst vol deel lid par tel Tel ca circa max min
    jan feb mrt apr jun jul aug sep sept okt nov dec
  `,
  lettered: `
    afb Afb fig Fig tab Tab hfst bijl Bijl
  `,
  either: `
    enz etc e.d e.a N.V B.V n.v v.Chr n.Chr Chr Inc Corp Ltd str mln mld ev
  `,
  starters: `
    De Het Een Dit Dat Deze Die Hij Zij Ze Wij We Ik Jij Je U Men Zijn Haar Hun Ons Onze Er In Op Aan Bij Met Na
    Naar Van Voor Uit Over Onder Door Tegen Zonder Sinds Tot Om Volgens Tijdens En Of Maar Want Dus Toch Echter Ook
    Nog Nu Toen Dan Daar Hier Als Omdat Hoewel Terwijl Wanneer Waar Waarom Hoe Wat Wie Welke Alle Veel Vele Sommige
    Enkele Andere Elk Geen Niet Twee Drie Vandaag Gisteren Morgen Daarna Daarom Bovendien Is Was Heeft
  `,
}
