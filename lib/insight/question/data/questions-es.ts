import type { QuestionLanguage } from './question-language'

const NUMBERS =
  'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millon millones docena docenas varios varias'
const WRITTEN = `${NUMBERS.replaceAll(' ', '|')}|millón`
const SPAN = '(?:segundos?|minutos?|horas?|días?|noches?|semanas?|mes|meses|años?|décadas?|siglos?)'
const B = '(?<![\\p{L}\\p{M}])'
const E = '(?![\\p{L}\\p{M}])'
const words = (pattern: string, flags = 'iu') => new RegExp(`${B}(?:${pattern})${E}`, flags)

export const SPANISH: QuestionLanguage = {
  asks: [
    ['age', words('qu[ée] edad|cu[áa]ntos a[ñn]os (?:ten[íi]a|tiene|cumpl\\p{L}*)')],
    [
      'duration',
      words(
        `cu[áa]nto tiempo|durante cu[áa]nto\\p{L}*|cu[áa]nt[oa]s ${SPAN}|desde cu[áa]ndo|hasta cu[áa]ndo`,
      ),
    ],
    [
      'time',
      words('cu[áa]ndo|(?:en )?qu[ée] (?:\\p{L}+ )?(?:a[ñn]o|d[íi]a|fecha|mes|semana|siglo|hora)'),
    ],
    [
      'money',
      words(
        'cu[áa]nto .*(?:cost\\p{L}*|cuesta\\p{L}*|pag\\p{L}*|dinero|euros?|d[óo]lares|gast\\p{L}*|gan\\p{L}*|vale|invirti\\p{L}*|invert\\p{L}*|vend\\p{L}*)|(?:qu[ée]|cu[áa]l) (?:\\p{L}+ ){0,3}(?:precio|coste|costo|sueldo|salario|multa|suma)',
      ),
    ],
    [
      'number',
      words(
        'cu[áa]nt[oa]s?|qu[ée] (?:n[úu]mero|porcentaje|proporci[óo]n|cantidad|distancia|altura)',
      ),
    ],
    [
      'place',
      words(
        'd[óo]nde|ad[óo]nde|(?:en |a |de )?qu[ée] (?:\\p{L}+ )?(?:ciudad|pa[íi]s|lugar|pueblo|regi[óo]n|calle|provincia|estado|continente|zona)',
      ),
    ],
    [
      'name',
      words(
        'qui[ée]n(?:es)?|c[óo]mo se llam\\p{L}*|qu[ée] (?:persona|hombre|mujer|empresa|compa[ñn][íi]a|partido|ministr[oa]|grupo|equipo)',
      ),
    ],
    [
      'reason',
      words(
        'por qu[ée]|a qu[ée] se debe|cu[áa]l (?:es|fue|era) (?:la causa|el motivo|la raz[óo]n)',
      ),
    ],
  ],
  holds: {
    age: words('de \\d{1,3} años|\\d{1,3} años(?: de edad)?'),
    duration: words(
      `(?:\\d+|${WRITTEN}|una?|algun[oa]s|tod[oa] (?:la|el))\\s+(?:\\p{L}+\\s)?${SPAN}|desde|hasta|durante`,
    ),
    time: words(
      'lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|(?:1[5-9]|20)\\d\\d|ayer|hoy|mañana|anoche|tarde|noche|madrugada|mediodía|medianoche|semana pasada|mes pasado|año pasado|hace|siglo|\\d{1,2}:\\d\\d|las \\d{1,2}',
    ),
    money:
      /[€$£]\s?\d|\d\s?(?:[€$£]|(?:millones|mil)?\s?(?:de )?(?:euros?|dólares|pesos?|libras|yenes|rublos|céntimos)\b)/iu,
    number: new RegExp(`\\p{Nd}|${B}(?:${WRITTEN})${E}`, 'iu'),
    place:
      /(?<!\p{L})(?:en|desde|hacia|cerca de|cerca del|a|al|de|del|hasta|entre|por|sobre|frente a)\s(?:la\s|el\s|las\s|los\s)?(?:\p{Ll}+\s(?:de\s)?)?\p{Lu}/u,
    reason: words(
      'porque|debido a\\p{L}*|a causa de\\p{L}*|por culpa de|gracias a\\p{L}*|ya que|puesto que|dado que|para \\p{L}+[aei]r|con el fin de|motivo|causa|razón|por lo que',
    ),
  },
  counted: /\bcu[áa]nt[oa]s ((?:\p{L}+ )?\p{L}+)/iu,
  numbers: NUMBERS,
  asking: 'paso ocurrio sucedio llama llamaba llaman tipo clase',
  grammar: `
    que quien quienes cuando donde adonde como cuanto cuanta cuantos cuantas cual cuales por es son era fue fueron ha han habia se
  `,
  which: 'que cual cuales',
  kinds: `
    pais ciudad lugar pueblo region calle provincia estado persona hombre mujer empresa compania grupo equipo partido fecha dia mes
    ano hora numero porcentaje cantidad precio motivo razon causa profesion idioma edad nombre tiempo
  `,
  enough: 0.8,
  leans: words('él|ella|ellos|ellas|le|les|su|sus|este|esta|estos|estas|dicho|dicha|allí'),
}
