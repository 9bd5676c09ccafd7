import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPractices } from '../../src/scan/find-practices.ts'
import { PRACTICES, type Practice } from '../../src/scan/practice.ts'
import { ASKED } from './labelled-sentences.ts'

const SEPARATORS = [
  ' ',
  '  ',
  '\u3000',
  '·',
  '•',
  '.',
  '-',
  '_',
  '/',
  '|',
  '*',
  '\u200b',
  '\u2060',
  '\ufeff',
  '~',
  '+',
  '「',
  '❤️',
  '\u0301',
]
const fullWidth = (c: string): string => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)

const asked = fc.constantFrom(
  ...PRACTICES.flatMap((practice) => ASKED[practice].map((sentence) => ({ practice, sentence }))),
)
const finds = (practice: Practice, text: string): boolean => findPractices(text).some((f) => f.practice === practice)

describe('[P13.03] a term cannot be hidden', () => {
  test('separators and invisible marks between any characters hide nothing', () => {
    fc.assert(
      fc.property(
        asked,
        fc.infiniteStream(fc.constantFrom('', '', ...SEPARATORS)),
        ({ practice, sentence }, between) => {
          const spaced = Array.from(sentence, (c) => c + between.next().value).join('')
          expect(finds(practice, spaced), spaced).toBe(true)
        },
      ),
      { numRuns: 2000, seed: 20270101 },
    )
  })
  test('full-width and upper-case letters hide nothing', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.boolean()), ({ practice, sentence }, turned) => {
        const wide = Array.from(sentence, (c) => (turned.next().value ? fullWidth(c.toUpperCase()) : c)).join('')
        expect(finds(practice, wide), wide).toBe(true)
      }),
      { numRuns: 1000, seed: 20270102 },
    )
  })
  test('the quote is the text as it was written, at its place', () => {
    const text = '一月：每天刷·單 20 笔'
    const [found] = findPractices(text)
    expect(found).toMatchObject({ practice: 'boughtOrders', quote: '刷·單' })
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote)
  })
})

describe('any text at all', () => {
  test('garbage never throws, and quotes are parts of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { start, end, quote } of findPractices(text)) expect(text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 500, seed: 20270103 },
    )
  })
  test('one megabyte takes at most a few times what a quarter of it takes', () => {
    const quarter = '每天刷收藏加购，好评率、差评分析不刷单补货抓取1 '.repeat(10_000)
    const took = (text: string): number => {
      // Time of this thread's own work: a busy machine does not count.
      const before = process.threadCpuUsage()
      findPractices(text)
      return process.threadCpuUsage(before).user / 1000
    }
    took(quarter)
    const once = took(quarter)
    const fourTimes = took(quarter.repeat(4))
    expect(fourTimes).toBeLessThan(once * 12 + 500)
  })
})
