import { describe, expect, it } from 'vitest'
import { examplesOn, PROGRAMMES, readValues, transfer } from '../../src/index.ts'
import { entry } from '../../src/programme/ledger.ts'
import { TODAY } from './play-programme.ts'

const kinds = PROGRAMMES.map((p) => [p.programme, p] as const)

describe('every programme', () => {
  it.each(kinds)('%s begins with sound terms and sound values of each command', (_id, p) => {
    const read = readValues(p.terms, examplesOn(p.terms, TODAY))
    expect(read.ok ? p.check(read.value) : read.error).toEqual([])
    for (const { fields } of Object.values(p.commands))
      expect(readValues(fields, examplesOn(fields, TODAY))).toMatchObject({ ok: true })
  })

  it.each(kinds)('%s has its names in both languages', (_id, p) => {
    const names = [p, p.about, p.caseName, ...Object.values(p.commands), ...Object.values(p.statuses)]
    for (const { zh, en } of names) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('a name of a command belongs to one programme only', () => {
    const names = PROGRAMMES.flatMap((p) => Object.keys(p.commands))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('values from outside', () => {
  const fields = PROGRAMMES[0]?.terms ?? {}

  it('every problem is told at once, each with its place; a slip of the pen too', () => {
    const input = { ...examplesOn(fields, TODAY), priceCents: -1, items: [{ skuId: '', valueCents: 1.5 }], prise: 3 }
    const read = readValues(fields, input)
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(['priceCents', 'items', 'prise'])
    const rows = [
      { skuId: '', valueCents: 1.5, costCents: 1, stock: 1 },
      { skuId: 'a', valueCents: 1, costCents: 1, stock: 1 },
    ]
    const inside = readValues(fields, { ...examplesOn(fields, TODAY), items: rows })
    expect(inside.ok ? [] : inside.error.map(({ field }) => field)).toEqual(['items[0].skuId', 'items[0].valueCents'])
  })

  it.each([[null], [[]], ['text'], [3]])('%j is no set of values', (input) => {
    expect(readValues(fields, input)).toMatchObject({ ok: false, error: [{ code: 'bad_value' }] })
  })
})

describe('the ledger', () => {
  it('[P4.08] an entry whose sides differ, or that is not in whole fen, is a mistake of the programme', () => {
    expect(() => entry('k', '', [{ account: 'a', cents: 1 }])).toThrow('same')
    expect(() => transfer('k', '', { from: 'a', to: 'b', cents: 0.5 })).toThrow('whole fen')
  })
})
