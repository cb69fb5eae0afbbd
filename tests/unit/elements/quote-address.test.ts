import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAddress } from '@/components/elements/quote-address'
import { runs } from '../../support/runs'

/** The text fragment for what is between the brackets. */
function of(marked: string): string {
  const [before = '', quote = '', after = ''] = marked.split(/[⟦⟧]/)
  return quoteAddress(before, quote, after)[1]
}

/** The parts of a directive, decoded. */
function parts(directive: string) {
  return directive.replace('#:~:text=', '').split(',').map(decodeURIComponent)
}

describe('the address of a quote', () => {
  it.each([
    ['Before. ⟦One two three⟧. After.', '#:~:text=One%20two%20three'],
    ['Before. ⟦ One two \n⟧ After.', '#:~:text=One%20two'],
    [
      'It was ⟦a well-known, old & “true” tale⟧.',
      '#:~:text=a%20well%2Dknown%2C%20old%20%26%20%E2%80%9Ctrue%E2%80%9D%20tale',
    ],
    ['⟦50% + 1⟧', '#:~:text=50%25%20%2B%201'],
    ['Nothing ⟦  \n⟧ here', ''],
  ])('%s', (marked, expected) => {
    expect(of(marked)).toBe(expected)
  })

  it('quotes whole words', () => {
    expect(quoteAddress('The gov', 'ernment re', 'signed.')[0]).toBe('government resigned')
    expect(parts(of('The gov⟦ernment re⟧signed.'))).toEqual(['government resigned'])
    expect(parts(of('That is ⟦all⟧.'))).toEqual(['all'])
    expect(parts(of('日本の首⟦相は辞⟧任した。'))).toEqual(['首相は辞任'])
  })

  it('leaves out what surrounds a quote that occurs only once', () => {
    expect(parts(of('He said no. ⟦She said yes⟧. They said no.'))).toEqual(['She said yes'])
  })

  it('identifies a quote by its neighbours if the same words come earlier', () => {
    expect(parts(of('She said no. Then: ⟦she said no⟧ again.'))).toEqual([
      'no. Then:-',
      'she said no',
      '-again.',
    ])
    // The browser's search ignores case and takes the first match.
    expect(parts(of('⟦She said no⟧. Then: she said no again.'))).toEqual(['She said no'])
  })

  it('adds words until the neighbours differ', () => {
    const refrain = 'one two three four five six '
    expect(
      parts(of(`Alpha ${refrain}${refrain}beta ⟦quiet⟧ ${refrain}, ${refrain}beta quiet`)),
    ).toEqual(['quiet'])
    const found = parts(of(`Alpha ${refrain}quiet ${refrain}; Beta ${refrain}⟦quiet⟧ ${refrain}`))
    expect(found[0]).toContain('Beta')
  })

  it('has no directive when nothing tells the places apart', () => {
    const refrain = 'la la la '.repeat(20)
    expect(of(`${refrain}⟦la⟧ ${refrain}`)).toBe('')
  })

  it('identifies a quote of several blocks, or a long one, by its first and last words', () => {
    expect(
      parts(
        of(
          '⟦Harbour wall to be rebuilt\n\nThe harbour wall will be rebuilt before spring⟧, the city said.',
        ),
      ),
    ).toEqual(['Harbour wall to be rebuilt', 'will be rebuilt before spring'])
    const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    expect(parts(of(`Before ⟦${long}⟧ after`))).toEqual([
      'word0 word1 word2 word3 word4',
      'word55 word56 word57 word58 word59',
    ])
  })

  it('needs no space between a quote and its quotation mark', () => {
    expect(parts(of('“Never” again. He said “⟦never⟧” twice.'))).toEqual([
      'He said “-',
      'never',
      '-” twice.',
    ])
  })

  it('is a directive whose words are on the page, whatever was selected', () => {
    const text = fc.array(
      fc.constantFrom('a', 'Be', 'c-d', '“', '”', ',', '.', ' ', ' ', '\n', '日本', 'ع', '👍'),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(text, text, text, (before, quote, after) => {
        const [b, q, a] = [before, quote, after].map((words) => words.join(''))
        const found = quoteAddress(b ?? '', q ?? '', a ?? '')[1]
        const page = `${b}${q}${a}`.replace(/\s+/g, ' ')
        for (const part of parts(found)) expect(page).toContain(part.replace(/^-|-$/g, ''))
        expect(found).toMatch(/^$|^#:~:text=([\w.!~*'()%]|,-|-,|,)+$/)
      }),
      { seed: 4, numRuns: runs(400) },
    )
  })
})
