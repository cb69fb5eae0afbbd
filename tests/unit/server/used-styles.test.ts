import { expect, test } from 'vitest'
import { usedStyles } from '@/lib/server/pages/used-styles'

const used = (sheet: string, ...names: string[]) => usedStyles([sheet], new Set(names))

test.each([
  ['a rule for a class in the document', '.a{color:red}', '.a{color:red}'],
  ['a rule of elements', 'a:hover,h1>p{color:red}', 'a:hover,h1>p{color:red}'],
  ['a rule of which one selector can match', '.x,.a{color:red}', '.a{color:red}'],
  ['a rule of a class that is absent', '.x{color:red}', ''],
  ['a rule of which no selector can match', '.x,.a .y{color:red}', ''],
  ['a class inside a negation', '.a:not(.x){color:red}', '.a:not(.x){color:red}'],
  ['a choice of what is there', '.a:is(.x,p)+*{top:0}', '.a:is(.x,p)+*{top:0}'],
  ['a choice of what is absent', '.a :is(th,td){top:0}', ''],
  ['a choice inside a choice', '.a:is(.x,p:has(>.y,td)){top:0}', ''],
  ['one that can be met', '.a:is(.x,p:has(>.y,h1)){top:0}', '.a:is(.x,p:has(>.y,h1)){top:0}'],
  ['what something holds', '.a:has(>td)>*{top:0}', ''],
  ['a choice inside a negation', '.a:not(:is(.x,td)){top:0}', '.a:not(:is(.x,td)){top:0}'],
  ['what is said of the whole', 'p:dir(rtl),p:lang(ja){top:0}', 'p:dir(rtl),p:lang(ja){top:0}'],
  ['a part of a shadow root', '.a::part(status){top:0}', '.a::part(status){top:0}'],
  ['an attribute with a full stop', 'a[href$=".pdf"]{color:red}', 'a[href$=".pdf"]{color:red}'],
  ['the root', ':root[data-theme=dark]{--x:1}', ':root[data-theme=dark]{--x:1}'],
  ['a group', '@media print{.a{top:0}.x{top:0}}', '@media print{.a{top:0}}'],
  ['a group with nothing left', '@media print{.x{top:0}}', ''],
  ['nested layers', '@layer a{@media print{.x{top:0}}p{top:0}}', '@layer a{p{top:0}}'],
  ['an empty layer, whose order counts', '@layer a{.x{top:0}}', '@layer a{}'],
  ['an empty layer whose place is known', '@layer a,b;@layer b{.x{top:0}}', '@layer a,b;'],
  [
    'groups of one kind side by side',
    '@layer a{p{top:0}}@layer a{h1{top:0}}',
    '@layer a{p{top:0}h1{top:0}}',
  ],
  [
    'groups of one kind with a rule between them',
    '@media print{p{top:0}}h1{top:0}@media print{p{top:0}}',
    '@media print{p{top:0}}h1{top:0}@media print{p{top:0}}',
  ],
  ['a layer that is empty twice', '@layer a{.x{top:0}}@layer a{.x{top:0}}', '@layer a{}'],
  ['the order of layers', '@layer a,b;', '@layer a,b;'],
  ['frames', '@keyframes k{0%{top:0}to{top:1px}}', '@keyframes k{0%{top:0}to{top:1px}}'],
  ['a font', '@font-face{font-family:x}', '@font-face{font-family:x}'],
  ['an element that is absent', '.a table>td{top:0}', ''],
  ['a part of an element', 'p::first-line{top:0}', 'p::first-line{top:0}'],
  ['an element beside another', 'h1+p,.a~table{top:0}', 'h1+p{top:0}'],
  ['letters of any script', '.ä{top:0}', ''],
])('%s', (_name, sheet, expected) => {
  expect(used(sheet, '.a', 'a', 'p', 'h1')).toBe(expected)
})

test('The order of layers in one sheet holds for later ones', () => {
  const sheets = ['@layer a{.x{top:0}}', '@layer a{.x{top:0}}', '@layer a{.a{top:0}}']
  expect(usedStyles(sheets, new Set(['.a']))).toBe('@layer a{.a{top:0}}')
})

test('The same sheet can be used again for another document', () => {
  expect(used('.a{top:0}.b{top:0}', '.a')).toBe('.a{top:0}')
  expect(used('.a{top:0}.b{top:0}', '.b')).toBe('.b{top:0}')
})
