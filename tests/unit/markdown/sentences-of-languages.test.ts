import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bodySentences } from '@/lib/markdown/plain-text'
import { renderBody } from '@/lib/markdown/render-body'
import { context } from './page-words'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/sentences')
const LANGUAGES = readdirSync(FIXTURES).map((name) => path.basename(name, '.txt'))

/** Each line of a fixture is a sentence, as it is written in Markdown; an empty line ends a paragraph. */
function readFixture(lang: string) {
  const text = readFileSync(path.join(FIXTURES, `${lang}.txt`), 'utf8').trim()
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.split('\n'))
  const space = /^(?:ja|zh)/.test(lang) ? '' : ' '
  return {
    body: paragraphs.map((lines) => lines.join(space)).join('\n\n'),
    sentences: paragraphs.flat().map((line) => line.replace(/\*+/g, '')),
  }
}

test('all languages with sentences of their own are there', () => {
  expect(LANGUAGES).toEqual([
    'ar',
    'de',
    'es',
    'fr',
    'he',
    'hi',
    'it',
    'ja',
    'ko',
    'pt',
    'ru',
    'ur',
    'zh',
  ])
})

test.each(LANGUAGES)('%s: lexer and page cut a text into its sentences', (lang) => {
  const { body, sentences } = readFixture(lang)
  const lexer = bodySentences(body, lang)
  expect(lexer.map(({ text }) => text)).toEqual(sentences)
  expect(renderBody(body, { ...context, lang }).sentences).toEqual(lexer)
})

/** In whatever way the body is written around them. */
test.each(LANGUAGES)('%s: so do they in lists and quotations', (lang) => {
  const { body, sentences } = readFixture(lang)
  const lines = body.split('\n\n')
  const written = [...lines.map((line) => `- ${line}`), ...lines.map((line) => `> ${line}`)].join(
    '\n\n',
  )
  const lexer = bodySentences(written, lang)
  expect(lexer.map(({ text }) => text)).toEqual([...sentences, ...sentences])
  expect(renderBody(written, { ...context, lang }).sentences).toEqual(lexer)
})
