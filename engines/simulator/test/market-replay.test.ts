import { createHash } from 'node:crypto'
import type { TableName } from '@zhanggui/facts'
import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { createMarket, type MarketOptions, marketColumns, TsvWriter } from '../src/index.ts'

const SMALL: MarketOptions = { from: parseDay('2025-10-01'), until: parseDay('2025-11-20'), scale: 0.05 }

/** sha256 over every byte of every table, and of the planted truths. */
function fingerprint(seed: string, options: MarketOptions): string {
  const market = createMarket(seed, options)
  const hash = createHash('sha256')
  const add = (table: TableName, rows: readonly Readonly<Record<string, unknown>>[]): void => {
    const writer = new TsvWriter(marketColumns(table))
    for (const row of rows) writer.add(row)
    hash.update(`${table}\n`).update(writer.take())
  }
  add('items', market.items)
  for (const { rows } of market.days())
    for (const [table, added] of Object.entries(rows)) add(table as TableName, added)
  return hash.update(JSON.stringify(market.truth())).digest('hex')
}

describe('a market can be replayed', () => {
  test('[P16.14] same seed and options give the same bytes, on every machine', () => {
    expect(fingerprint('replay', SMALL)).toBe(fingerprint('replay', SMALL))
    // Golden value: when the market is changed on purpose, run the test, take the new value, and say so in the changelog.
    expect(fingerprint('replay', SMALL)).toBe('4b7adecf04b69fc4711913f9900974d3325931e2e2336b7ce8174b702b5c4cc4')
  })

  test('[P16.14] another seed gives other bytes', () => {
    expect(fingerprint('replay', SMALL)).not.toBe(fingerprint('another', SMALL))
  })

  test('a market runs once: days are not generated twice from a shop that has moved on', () => {
    const market = createMarket('once', { ...SMALL, until: parseDay('2025-10-02') })
    expect([...market.days()]).toHaveLength(2)
    expect(() => [...market.days()]).toThrow('a market runs once')
  })

  test.each([
    ['an empty range', { from: parseDay('2025-02-01'), until: parseDay('2025-01-31') }],
    ['more than five years', { from: parseDay('2015-01-01'), until: parseDay('2025-01-01') }],
    ['scale zero', { scale: 0 }],
    ['scale beyond 20', { scale: 21 }],
  ])('options out of range are refused: %s', (_, options) => {
    expect(() => createMarket('bad', options)).toThrow('Broken rule')
  })
})
