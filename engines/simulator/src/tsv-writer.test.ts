import { describe, expect, test } from 'vitest'
import { TsvWriter } from './tsv-writer.ts'

const write = (...rows: Record<string, unknown>[]): string => {
  const writer = new TsvWriter(Object.keys(rows[0] ?? {}), 8)
  for (const row of rows) writer.add(row)
  return new TextDecoder().decode(writer.take())
}

describe('TSV bytes', () => {
  test.each<[unknown, string]>([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [-7, '-7'],
    [10, '10'],
    [99_999_999, '99999999'],
    [100_000_000, '100000000'],
    [100_000_001, '100000001'],
    [1e15 + 1, '1000000000000001'],
    [1e16 - 2 ** 53, String(1e16 - 2 ** 53)],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [Number.MIN_SAFE_INTEGER, '-9007199254740991'],
    [0.125, '0.125'],
    [-2.5, '-2.5'],
    [null, '\\N'],
    ['', ''],
    ['搜索', '搜索'],
    ['a\tb\nc\\d\r', 'a\\tb\\nc\\\\d\\r'],
  ])('%s is written %s', (value, text) => {
    expect(write({ value })).toBe(`${text}\n`)
  })

  test('fields keep the order of the columns, whatever the order in the row', () => {
    const writer = new TsvWriter(['a', 'b', 'c'])
    writer.add({ c: 3, a: '一', b: null })
    expect(new TextDecoder().decode(writer.take())).toBe('一\t\\N\t3\n')
  })

  test('a taken buffer is not written over by later rows', () => {
    const writer = new TsvWriter(['a'])
    writer.add({ a: 1 })
    const first = writer.take()
    writer.add({ a: 2 })
    expect([...first]).toEqual([49, 10])
    expect(writer.size).toBe(2)
  })

  test('a column with endless different texts is written right beyond what is remembered', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => ({ a: `第${i}号` }))
    expect(write(...rows)).toBe(rows.map((r) => `${r.a}\n`).join(''))
  })

  test.each([
    ['a missing column', {}],
    ['NaN', { a: Number.NaN }],
    ['infinity', { a: Infinity }],
  ])('%s is a bug and throws', (_, row) => {
    expect(() => new TsvWriter(['a']).add(row)).toThrow()
  })
})
