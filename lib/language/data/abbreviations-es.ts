import type { Abbreviations } from './abbreviation-lists'

export const SPANISH: Abbreviations = {
  titles: `
    Sr Sra Sres Sras Srta Srtas Dr Dra Dres D Dña Prof Profa Ing Lic Arq Mons Fr Sto Sta Gral Cnel Tte Cap Cmdte
    Sgto Excmo Excma Ilmo Ilma Rvdo Pdte Pdta Mr Mrs p.ej P.ej ej cf Cf vid Vid vs aprox Av Avda Avd Pza Pl Ctra sr
    sra dr dra prof ing lic av avda
  `,
  numbered: `
    núm Núm núms nº n No nos pág págs Pág p pp art Art arts vol Vol cap Cap fig Fig tel Tel tít inc ap t aprox ene
    feb abr jun jul ago sept oct nov dic
  `,
  lettered: `
    fig Fig tab cap Cap vol Vol art Art ap inc
  `,
  either: `
    etc EE UU EE.UU Cía Cia S.A S.L Ltda Hnos Inc Corp a.m p.m a.C d.C sig sigs dpto Dpto Depto ene feb abr ago sept
    oct nov dic FF AA FF.AA RR HH RR.HH JJ OO Ud Uds Vd Vds
  `,
  starters: `
    El La Los Las Lo Un Una Unos Unas Este Esta Estos Estas Esto Ese Esa Eso Aquel Aquella Él Ella Ellos Ellas Yo Tú
    Nosotros Usted Su Sus Mi Mis Nuestro Nuestra Se Le Les Al Del De En Con Sin Por Para Sobre Entre Hasta Desde
    Según Tras Ante Contra Durante Pero Y O Ni Aunque Porque Pues Así Entonces Luego Después Antes Además También
    Tampoco Cuando Donde Como Si Que Qué Quién Cuál Cómo Cuándo Dónde Todo Toda Todos Todas Algunos Algunas Varios
    Muchos Otro Otra Otros Cada Dos Tres Hoy Ayer Mañana Ahora Aquí Allí Más No Ya Es Son Fue
  `,
}
