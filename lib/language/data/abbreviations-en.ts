import type { Abbreviations } from './abbreviation-lists'

export const ENGLISH: Abbreviations = {
  titles: `
    Mr Mrs Ms Mx Messrs Dr Prof Gen Lt Col Sgt Capt Cpl Pvt Maj Cmdr Cdr Adm Brig Sen Rep Reps Sens Gov Pres Rev Hon
    Amb Fr Msgr Supt Insp Atty Mt Ft vs v e.g i.e cf viz al Hr M Mme Mlle Sra Srta Dra
  `,
  numbered: `
    No Nos no nos Nr nr p pp Art art Sec sec Fig fig Vol vol Ch ch Pt approx ca c est Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Figs figs
  `,
  lettered: `
    Fig Figs fig figs App Eq Ex Sec sec Ch ch Vol vol Pt
  `,
  either: `
    Inc Corp Co Cos Ltd Bros LLC plc Jr Sr Esq St Ave Blvd Rd Dept Univ Assn Gov’t etc Ph.D M.D B.A M.A B.Sc M.Sc
    a.m p.m A.M P.M No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
    Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Va Vt Wash Wis Wyo usw bzw ca Bd Abs EE UU Ste Yahoo Jeopardy
  `,
  starters: `
    A An The This That These Those There Here It Its He His She Her They Their We Our You Your I My In On At As By
    For From With Without To Of After Before During Since Until When While Where Why How What Who Which If Although
    Though Because Despite But And Or Nor So Yet However Meanwhile Moreover Instead Still Also Then Now Earlier
    Later Today Yesterday Some Many Most Much Both Such Several Another Other Others All Any Each Every No Not None
    One Two Three Under Over About Among Between Against Following According Asked Only Even Just Once Critics
    Officials Analysts Experts Is Are Was Were Do Does Did Has Have
  `,
}
