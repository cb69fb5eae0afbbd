import type { Abbreviations } from './abbreviation-lists'

export const FRENCH: Abbreviations = {
  titles: `
    M MM Mr Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Prof Mgr Sr Vve St Ste Sts Stes Gal Cne Lt Col Cdt Adj Sgt cf Cf
    p.ex ex env apr av dir éd coll trad réf vs hon resp
  `,
  numbered: `
    no nos No Nos n art Art al p pp vol Vol chap Chap fig Fig t tél Tél § éd env vers tab Tab ann janv févr avr juil
    sept oct nov déc
  `,
  lettered: `
    fig Fig tab Tab ann Ann chap Chap vol Vol art Art
  `,
  either: `
    etc Cie Sté Ets Bd bd av Av boul janv févr avr juil sept oct nov déc J.-C apr s.a S.A c.-à-d Inc Corp Ltd suiv
    sq sqq
  `,
  starters: `
    Le La Les L’ L' Un Une Des Du De D’ D' Ce Cet Cette Ces C’est C'est Il Elle Ils Elles On Nous Vous Je Tu Son Sa
    Ses Leur Leurs Notre Mon Ma Mes Au Aux À A En Dans Sur Sous Avec Sans Pour Par Chez Entre Vers Après Avant
    Pendant Depuis Selon Malgré Contre Mais Et Ou Or Donc Car Ainsi Puis Alors Ensuite Enfin Pourtant Cependant
    Toutefois Quand Lorsque Comme Si Que Qui Quel Quelle Où Pourquoi Comment Tout Toute Tous Toutes Plusieurs
    Certains Certaines Quelques Aucun Aucune Chaque Deux Trois Aujourd’hui Hier Demain Ici Là Plus Ne Y
  `,
}
