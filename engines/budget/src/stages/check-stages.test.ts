import { parsePeriod } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { line, yuan } from '../../test/lines.ts'
import { type BudgetProfile, checkStages, findProfile, pausedBy, rulesOfProfile } from '../index.ts'

const stages = rulesOfProfile(findProfile('monthly-process') as BudgetProfile, 2027).stages
const keyword = (id: string, period: string, amount: number) => line({ id, channel: 'keyword', period, yuan: amount })
const codes = (lines: Parameters<typeof checkStages>[0], given = {}) =>
  checkStages(lines, stages, given).map((f) => [f.code, f.lineIds])

describe('stages of paid promotion', () => {
  test('[P4.06] spend in a paused stage needs an override with its reason', () => {
    const lines = [keyword('jan', '2027-01', 100)]
    expect(codes(lines)).toEqual([['paused_spend', ['jan']]])
    const overrides = [{ ruleId: 'foundation', lineId: 'jan', reason: '年货节已报名', by: 'user:1' }]
    expect(codes(lines, { overrides })).toEqual([])
  })

  test('a line over the whole year may hide spend in the paused months, and is asked about', () => {
    expect(codes([keyword('year', '2027', 100)])).toEqual([['spans_paused', ['year']]])
  })

  test('[P4.06] the band of the second quarter has no base: sales are taken, and the finding says that somebody must confirm it', () => {
    const at = (amount: number) => {
      const given = { figures: { salesOf: () => yuan(100_000) } }
      return checkStages([keyword('q2', '2027-Q2', amount)], stages, given)
    }
    expect(at(29_999).map((f) => [f.code, f.baseCents, f.base, f.baseAssumed])).toEqual([
      ['below_band', 30_000_000, 'sales', true],
    ])
    expect(at(30_000)).toEqual([])
    expect(at(45_000)).toEqual([])
    expect(at(45_001).map((f) => f.code)).toEqual(['above_band'])
  })

  test('without sales the band cannot be judged, which is said', () => {
    expect(codes([keyword('q2', '2027-Q2', 1)])).toEqual([['base_unknown', ['q2']]])
  })

  test('a wider channel in a rule speaks for the narrower ones, and for nothing else', () => {
    const [foundation] = stages
    const rules = foundation ? [{ ...foundation, channels: ['traffic'] }] : []
    const on = (channel: string) => pausedBy(rules, { line: { channel, kind: 'spend' }, day: '2027-02-28' })?.id
    expect([on('keyword'), on('shortVideo')]).toEqual(['foundation', undefined])
    expect(pausedBy(rules, { line: { channel: 'keyword', kind: 'spend' }, day: '2027-03-01' })).toBeNull()
  })

  test('coupons and reserves are no paid promotion', () => {
    const coupons = line({ id: 'c', channel: 'coupons', kind: 'subsidy', period: '2027-01', yuan: 5 })
    expect(codes([coupons])).toEqual([])
    expect(stages.map((s) => s.toPeriod)).toEqual([parsePeriod('2027-02'), parsePeriod('2027-06')])
  })
})
