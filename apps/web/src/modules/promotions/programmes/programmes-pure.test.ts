import type { ProgrammeField } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { oddsText } from '../../../format/odds.ts'
import { startValues } from './fields/start-values.ts'
import { shareByDay } from './one/retention-option.ts'
import { owedOf } from './owed.ts'

test.each([
  [0, '0%'],
  [1, '0.0001%'],
  [500, '0.05%'],
  [20_000, '2%'],
  [666_667, '66.6667%'],
  [1_000_000, '100%'],
])('[P6.36] published odds keep every digit: %i is %s', (ppm, text) => expect(oddsText(ppm)).toBe(text))

test('[P6.27] what the shop owes and what it is owed are told apart; accounts that nobody stands behind are neither', () => {
  const balance = (account: string, cents: number, party: string | null) => ({
    account,
    nameZh: '',
    nameEn: '',
    cents,
    party,
  })
  const balances = [balance('payable/a', -500, 'a'), balance('payable/b', 200, 'b'), balance('cash', 300, null)]
  expect(owedOf(balances)).toEqual({ owedCents: 500, owesCents: 200 })
})

describe('the course of who is still there', () => {
  const point = (days: number, survival: number) => ({ days, atRisk: 4, left: 1, survival, standardError: 0 })

  test('[P6.26] each day has the share of the last day on which somebody left; beyond what was watched there is none', () => {
    const group = { people: 4, watchedDays: 3, curve: [point(0, 0.75), point(2, 0.5)] }
    expect(shareByDay(group, 4)).toEqual([0.75, 0.75, 0.5, 0.5, null])
  })

  test('[P6.26] of nobody there is no course', () => {
    expect(shareByDay({ people: 0, watchedDays: 0, curve: [] }, 1)).toEqual([null, null])
  })
})

test('a form begins with sound values, but with no goods that the shop may not have', () => {
  const name = { nameZh: '', nameEn: '', required: true }
  const fields: ProgrammeField[] = [
    { id: 'price', kind: 'money', ...name },
    { id: 'gift', kind: 'sku', ...name },
    { id: 'skuIds', kind: 'skus', ...name },
    { id: 'items', kind: 'rows', ...name, fields: [{ id: 'skuId', kind: 'sku', ...name }] },
  ]
  const start = { price: 9900, gift: 'gift', skuIds: ['item'], items: [{ skuId: 'a' }] }
  expect(startValues(fields, start)).toEqual({ price: 9900, gift: '', skuIds: [], items: [{ skuId: '' }] })
})
