import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'
import { thingWords } from './thing-words.ts'

const SOURCE = join(import.meta.dirname, '..')

/** Paths that are said not to be found, with a word in each place. */
const pathsInSource = (readdirSync(SOURCE, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => [...readFileSync(join(SOURCE, path), 'utf8').matchAll(/'not_found', \{ what: `([a-z][^`]*)`/g)])
  .map(([, path = '']) => path.replaceAll(/\$\{[^}]*\}/g, 'x'))

describe('what is not found is told in words', () => {
  test.each([
    ['campaigns/618-2026', '活动 618-2026', 'campaign 618-2026'],
    ['plans/2026/findings/gap', '计划 2026 的检查发现 gap', 'finding gap of plan 2026'],
    ['reports/daily/2026-06/editions/3', '报告 daily/2026-06 的版本 3', 'edition 3 of report daily/2026-06'],
    ['reports/notes/7', '报告批注 7', 'note of a report 7'],
    ['trade/items/19', '交易商品 19', 'item on sale 19'],
    // A name may be a kind's.
    ['campaigns/lines', '活动 lines', 'campaign lines'],
    ['总表.csv', '总表.csv', '总表.csv'],
    ['campaigns', 'campaigns', 'campaigns'],
    ['', '', ''],
  ])('%s', (path, zh, en) => {
    expect(thingWords(path)).toEqual({ zh, en })
  })

  test('a message has the words, the facts keep the path', () => {
    expect(new ApiFailure('not_found', { what: 'campaigns/618' }).toBody('zh').error).toEqual({
      code: 'not_found',
      message: '没有找到：活动 618。',
      messageEn: 'Not found: campaign 618.',
      facts: { what: 'campaigns/618' },
    })
  })

  test('a thing whose kind has a name of its own is called by that', () => {
    const facts = { what: 'products/9', called: { zh: '商品 9', en: 'Product 9' } }
    const { message, messageEn } = new ApiFailure('not_found', facts).toBody('zh').error
    expect([message, messageEn]).toEqual(['没有找到：商品 9。', 'Not found: Product 9.'])
  })

  test('every kind that the server looks for has a name', () => {
    expect(pathsInSource.length).toBeGreaterThan(50)
    expect(pathsInSource.filter((path) => thingWords(path).zh === path)).toEqual([])
  })
})
