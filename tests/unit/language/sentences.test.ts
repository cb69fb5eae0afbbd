import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceRanges } from '@/lib/language/sentence-ranges'
import { oneSpaced, splitSentences } from '@/lib/language/sentences'
import { numberedIds, sentenceId } from '@/lib/markdown/sentence-id'
import { runs } from '../../support/runs'

/** Sentences of one text, which must be split exactly between each other. */
test.each([
  [
    'initials of a country',
    ['It came a day after the U.S. strikes on Iran.', 'Japan – along with others – went.'],
  ],
  ['a country at the end', ['They left the U.S.', 'The vote is on July 20.']],
  ['ranks', ['Lt. Gen. Stephen Jost submitted an opinion piece.', 'Sen. Rubio met Gov. Abbott.']],
  ['a capital', ['It was scheduled for July 1 in Washington, DC.', 'However, it is unclear.']],
  ['D.C.', ['He flew to Washington, D.C.', 'The talks failed.']],
  ['initials of people', ['J. K. Rowling met George W. Bush.', 'They talked.']],
  ['numbers', ['No. 5 is 3.5 percent of GDP.', 'See p. 12 and Art. 9.', 'Then 40 people left.']],
  [
    'an omission',
    [
      "It would integrate 'operations that span the spectrum ... from relief and conflict.'",
      'So he said.',
    ],
  ],
  ['an ellipsis at the end', ['He waited…', 'Then he left...', 'Nobody came.']],
  ['a quotation that ends', ["It was 'canceled' or 'postponed.'", 'From Japan, it is different.']],
  ['typographic quotes', ['He said, “We go.”', '“We stay,” she said.']],
  [
    'brackets',
    [
      'It was impossible.',
      "(New Zealand's prime minister was the only top leader present.)",
      'Another is July 20.',
    ],
  ],
  ['who said it', ['"No!" Shinzo Abe said.', '"What?" he asked.', 'Who knows?']],
  ['times of day', ['He came at 5 p.m. Monday.', 'He left at 6 a.m.', 'The train was late.']],
  ['companies', ['Apple Inc. said no.', 'So did Toyota Motor Corp.', 'The shares fell.']],
  ['months', ['It opened on Jan. 5 and closed in Dec.', 'The end was near.']],
  ['I', ['So am I.', 'The rest is silence.']],
  ['a name in lower case', ['Sales rose.', 'iPhone sales fell.']],
  ['versus', ['Smith v. Jones ended.', 'Brazil vs. Japan began.']],
  ['degrees', ['She holds a Ph.D. in law.', 'He holds an M.D.', 'They met.']],
  ['abbreviations of Latin', ['Many allies, e.g. Japan, agreed.', 'Others, i.e. France, did not.']],
  ['exclamations', ['Stop!', 'Why?!', 'Because.']],
  ['no stop at the end', ['One.', 'Two without a stop']],
  ['a hyphen after initials', ['The U.S.-Japan alliance holds.', 'It grew.']],
])('English with %s', (_name, sentences) => {
  expect(splitSentences(sentences.join(' '))).toEqual(sentences)
})

test.each([
  ['Japanese', ['首相は欠席した。', '理由は？', '不明だ！', '以上']],
  ['a Japanese quotation', ['「はい。行きます。」と述べた。', '次の文です。']],
  ['Japanese quotations side by side', ['「いいえ。」', '「はい。」']],
  ['Chinese', ['他说：“我走。”', '然后离开了。']],
])('%s needs no space between sentences', (_name, sentences) => {
  expect(splitSentences(sentences.join(''))).toEqual(sentences)
})

test.each([
  ['Arabic', ['هل هذا صحيح؟', 'نعم، هو صحيح.', 'د. محمد قال ذلك.']],
  ['Urdu', ['یہ ایک جملہ ہے۔', 'یہ دوسرا ہے۔']],
  ['Hindi', ['यह पहला वाक्य है।', 'यह दूसरा है।']],
])('%s ends its sentences in its own way', (_name, sentences) => {
  expect(splitSentences(sentences.join(' '))).toEqual(sentences)
})

test.each([
  ['ru', 'Длина 3 м. Высота 2 м.', 2],
  ['de', 'Die Breite ist 3 m. Danach kam er.', 2],
  ['ru', 'Пришли Иванов и др. Собрание началось.', 2],
  ['ru', 'Цена 5 тыс. руб. Скидок нет.', 2],
  ['fr', "L'art. 5 dit d'av. en parler.", 1],
])(
  '%s: a measure and an enumeration end, an abbreviation after an elision goes on: %s',
  (lang, text, count) => {
    expect(splitSentences(text, lang)).toHaveLength(count)
  },
)

test('German ordinals end nothing', () => {
  expect(splitSentences('Am 28. Juni kam er. Dann ging er.', 'de')).toEqual([
    'Am 28. Juni kam er.',
    'Dann ging er.',
  ])
})

test('a paragraph ends its last sentence, with or without a stop', () => {
  expect(splitSentences('One\ntwo.  Three\n\nFour. five')).toEqual([
    'One two.',
    'Three',
    'Four. five',
  ])
})

const prose = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'U.S.',
      ' ',
      '  ',
      '\n',
      '.',
      '?',
      '...',
      '。',
      '「',
      '」',
      '"',
      '”',
      ')',
      '؟',
      'Mr.',
      '5',
      '\u00a0',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''))

test('sentences and the white space between them are the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      let end = 0
      for (const range of sentenceRanges(text)) {
        expect(text.slice(end, range.start)).toMatch(/^\s*$/)
        expect(range.end).toBeGreaterThan(range.start)
        expect(text.slice(range.start, range.end)).toBe(text.slice(range.start, range.end).trim())
        end = range.end
      }
      expect(text.slice(end)).toMatch(/^\s*$/)
    }),
    { seed: 1, numRuns: runs(2000) },
  )
})

test('how the white space is written changes no sentence', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const block = text.replace(/\n{2,}/g, '\n')
      expect(splitSentences(block)).toEqual(splitSentences(oneSpaced(block)))
    }),
    { seed: 2, numRuns: runs(1000) },
  )
})

test('the id of a sentence is short and comes from its words alone', () => {
  expect(sentenceId('Japan said: “No.”')).toMatch(/^s-[0-9a-z]{6}$/)
  expect(sentenceId('Japan said: “No.”')).toBe(sentenceId("Japan  said – 'no'!"))
  expect(sentenceId('Japan said no.')).not.toBe(sentenceId('Japan said yes.'))
  expect(sentenceId('…')).not.toBe(sentenceId('?!'))
})

test('ids stay what they are: links to them are out in the world', () => {
  expect(sentenceId('Foreign Minister Iwaya Takeshi attended the summit instead.')).toBe('s-eaklt3')
  expect(sentenceId('首相は欠席した。')).toBe('s-y4um95')
})

test('an insertion changes no id, and equal sentences are numbered', () => {
  const ids = (sentences: string[]) => {
    const numbered = numberedIds()
    return sentences.map((text) => numbered(sentenceId(text)))
  }
  const [one, two] = ids(['One.', 'Two.'])
  expect(ids(['Zero.', 'One.', 'Between.', 'Two.', 'One.'])).toEqual([
    ...[expect.any(String), one, expect.any(String), two, `${one}-2`],
  ])
})

test('where every mark stands between spaces, the space before a stop ends a sentence', () => {
  const text =
    "the captain , 51 , left . `` we are safe . '' said the crew . was it late ? ( it was . )"
  expect(splitSentences(text)).toEqual([
    'the captain , 51 , left .',
    "`` we are safe . ''",
    'said the crew .',
    'was it late ?',
    '( it was . )',
  ])
})

test.each([
  ['fr', ['Le maire a dit : « Nous reviendrons demain. »', 'Puis il est parti.']],
  ['fr', ['« La loi est prête.', 'Elle sera votée. » a-t-il ajouté.', 'Fin.']],
  ['fr', ['« Viens\u202f!\u00a0»', 'Il partit.', '«\u00a0Non\u00a0?\u00a0»', 'Oui.']],
  ['fr', ['Il cite “ Oui. ”', 'Puis rien.']],
  ['de', ['„Wir kommen wieder.“', 'Dann ging er.']],
  ['de', ['»Wir kommen wieder.«', 'Dann ging er.', '›Nein!‹', '»Doch.«']],
  ['de', ['Er rief: „Nein!“', 'Dann ging er.', '„Wirklich?“, fragte sie.', '‚Ja.‘', 'Gut.']],
  ['ru', ['Он сказал: «Мы вернёмся.»', 'Потом ушёл.']],
  ['sv', ['Han sa: ”Vi går.”', '”Nej!”', 'Sedan gick han.']],
  ['pl', ['Powiedział: „Wracamy.”', 'Potem wyszedł.']],
  ['it', ['Disse: ‹Torniamo.›', 'Poi andò via.']],
  ['ar', ['قال: «سنعود.»', 'ثم رحل.']],
  ['he', ['הוא אמר: "נחזור."', 'ואז הלך.']],
])('a closing quotation mark of %s ends its sentence', (lang, sentences) => {
  expect(splitSentences(sentences.join(' '), lang)).toEqual(sentences.map(oneSpaced))
})

test.each([
  ['en', ['Fig. A shows it.', 'See No. 5 and Vol. II of it.', 'It was in Fig. 3.', 'A man came.']],
  ['en', ['He came in Dec. 2024.', 'He left in Dec.', 'A man came.']],
  ['de', ['Dr. Müller kam z. B. Montag mit Prof. Dr. Weiß.', 'Siehe Abb. A und Nr. 512.', 'Ende.']],
  ['de', ['Er nannte Äpfel, Birnen usw.', 'Die Firma lieferte ca. Ende Mai rd. 40.']],
  ['de', ['Die Müller GmbH & Co. KG wuchs bzw. Siemens schrumpfte.', 'Sie ging.']],
  ['fr', ['M. Macron a vu Mme Dupont, cf. Le Monde, art. 5.', 'Il a dit etc.', 'Le vote suit.']],
  ['fr', ['La société Dupont et Cie. Paris a vendu.', 'Mgr. Martin prie.']],
  [
    'es',
    [
      'El Sr. García vio a la Dra. Ruiz en EE. UU.',
      'Ayer volvió a la Avda. Mayor, núm. 5.',
      'Fin.',
    ],
  ],
  [
    'pt',
    ['O Sr. Silva e a Dra. Costa moram na Av. Paulista, pág. 5.', 'Comeu pão etc.', 'Ele saiu.'],
  ],
  [
    'it',
    ['Il dott. Rossi e la Sig.ra Bianchi, cfr. Tab. A, art. 5.', 'La Rossi S.p.A. Milano chiude.'],
  ],
  [
    'nl',
    [
      'Dhr. Jansen en mevr. Visser zagen bijv. Ajax, zie blz. 5 en afb. A.',
      'Kaas enz.',
      'De rest.',
    ],
  ],
  [
    'ru',
    [
      'Проф. Иванов живёт на ул. Ленина, им. Пушкина, см. Рис. А.',
      'Это было в 2020 г.',
      'Он уехал.',
    ],
  ],
])('abbreviations of %s end nothing', (lang, sentences) => {
  expect(splitSentences(sentences.join(' '), lang)).toEqual(sentences)
})

test.each([
  ['円周率は３．１４です。', ['円周率は３．１４です。']],
  ['本当?そうだ!では', ['本当?', 'そうだ!', 'では']],
  ['「本当?」と聞いた。', ['「本当?」と聞いた。']],
  ['他走了。“我走。”她说！', ['他走了。', '“我走。”', '她说！']],
  ['यह है।यह भी॥ और', ['यह है।', 'यह भी॥', 'और']],
  ['هل هذا؟نعم', ['هل هذا؟', 'نعم']],
  ['ይህ ነው። ያ ነው።', ['ይህ ነው።', 'ያ ነው።']],
])('stops of other scripts: %s', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences)
})

test('a sentence that loses a quotation mark to its neighbour keeps its id', () => {
  expect(sentenceId('» Puis il est parti.')).toBe(sentenceId('Puis il est parti.'))
})
