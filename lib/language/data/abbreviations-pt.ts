import type { Abbreviations } from './abbreviation-lists'

export const PORTUGUESE: Abbreviations = {
  titles: `
    Sr Sra Srs Sras Srta Dr Dra Drs D Prof Profa Eng Engo Arq Exmo Exma Ilmo Ilma Rev Pe Fr Sto Sta Gen Cel Maj Cap
    Ten Sgt Alm Min Dep Sen Gov Pres Mr Mrs V.Exa ex p.ex cf Cf vs aprox Av R Al Pça Rod sr sra dr dra prof profa
    eng av
  `,
  numbered: `
    n nº núm No no nos pág págs p pp art Art arts vol Vol cap Cap fig Fig inc tel Tel aprox jan fev mar abr mai jun
    jul ago set out nov dez
  `,
  lettered: `
    fig Fig tab cap Cap vol Vol art Art inc
  `,
  either: `
    etc Cia S.A Ltda Ltd Inc Corp E.U.A a.C d.C seg ss jan fev abr ago set out nov dez Lda Dep
  `,
  starters: `
    O A Os As Um Uma Uns Umas Este Esta Estes Estas Isto Esse Essa Isso Aquele Aquela Ele Ela Eles Elas Eu Nós Você
    Vocês Seu Sua Seus Suas Meu Minha Nosso Nossa Se Ao Aos À Às Do Da Dos Das De Em No Na Nos Nas Num Numa Com Sem
    Por Pelo Pela Para Sobre Entre Até Desde Segundo Após Durante Contra Mas E Ou Nem Embora Porque Pois Assim Então
    Depois Antes Além Também Quando Onde Como Que Quem Qual Todo Toda Todos Todas Alguns Algumas Vários Muitos Outro
    Outra Outros Cada Dois Duas Três Hoje Ontem Amanhã Agora Aqui Ali Mais Não Já É São Foi
  `,
}
