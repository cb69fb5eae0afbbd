import type { Abbreviations } from './abbreviation-lists'

export const GERMAN: Abbreviations = {
  titles: `
    Dr Prof Hr Fr Frl Hrn Dipl Ing Mag Med Jur Phil Hon Mr Mrs Ms St Sr Gebr vgl Vgl z.B Z.B d.h D.h i.e bspw Bspw
    insb insbes bes evtl ggf inkl exkl einschl zzgl abzgl sog gen geb verh gest verst ehem stellv Stellv allg betr
    bzgl urspr zit hrsg Hrsg hg Hg gem lt vs Präs Gen Maj Hptm Kap Min Abg Abt Univ Reg Ltd ca rd dr prof phil jur
    med rer nat ing
  `,
  numbered: `
    Nr Nrn nr Art Abs Abb Bd Bde S Kap Ziff Rn Rdnr Tab Anm Aufl Jg Fn Anl Lfg Hs Kl Par ca etwa max min mind Mio
    Mrd Tel Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So
  `,
  lettered: `
    Abb Tab Anl Anh Kap Bd Ziff Kl
  `,
  either: `
    usw bzw etc ff u.a u.Ä o.Ä u.v.m u.U s.o s.u a.D e.V i.R m.E n.Chr v.Chr Chr Co Str Mio Mrd Tsd Std Sek Jh Jhs
    Jan Feb Apr Aug Sep Sept Okt Nov Dez Inc Corp
  `,
  starters: `
    Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Du Man Sein Seine Ihre Ihren Unser
    Unsere Dies Diese Dieser Dieses Diesen Jene In Im An Am Auf Aus Bei Beim Mit Nach Von Vom Zu Zum Zur Für Über
    Unter Vor Um Durch Gegen Ohne Seit Bis Und Oder Aber Doch Denn Wenn Weil Da Dann Dort Hier Heute Gestern Morgen
    Jetzt Nun Auch Nur Noch Schon So Als Wie Was Wer Wo Warum Während Obwohl Damit Dabei Dazu Daher Danach Trotz
    Laut Zudem Außerdem Dennoch Allerdings Bisher Kein Keine Nicht Alle Viele Einige Mehr Zwei Drei Ob Ist Sind War
    Hat Haben
  `,
}
