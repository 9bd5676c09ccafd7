import { describe, expect, test } from 'vitest'
import { compileGroup } from './compile-query.ts'
import { planQuery } from './plan-query.ts'

const plan = (metrics: string[], by: string[] = [], filters: Parameters<typeof planQuery>[0]['filters'] = []) =>
  planQuery({ metrics, by, filters })

describe('planQuery', () => {
  test.each([
    [['nonsense'], [], 'unknown_metric'],
    [['paid'], ['colour'], 'unknown_dimension'],
    [['paid'], ['day', 'month'], 'two_time_grains'],
    [['buyers'], ['page'], 'metric_without_dimension'],
    [['refunded'], ['hour'], 'grain_too_fine'],
  ])('%j by %j is refused: %s', (metrics, by, code) => {
    const result = plan(metrics, by)
    expect(result).toMatchObject({ ok: false, error: { code } })
    if (!result.ok) for (const text of [result.error.message, result.error.messageEn]) expect(text).toMatch(/\S/)
  })

  test('an impossible filter names the metrics that can be filtered so', () => {
    const result = plan(['paid', 'uv'], ['day'], [{ dimension: 'tool', op: 'in', values: ['x'] }])
    expect(result).toMatchObject({
      ok: false,
      error: { facts: { metrics: ['paid', 'uv'], working: expect.arrayContaining(['spend', 'cpc']) } },
    })
  })

  test('measures of one source share one statement', () => {
    const result = plan(['paid', 'orders', 'aov', 'uv', 'pv', 'cvr'])
    expect(result.ok && result.value.groups.map((g) => [g.source.id, g.measures.map((m) => m.id)])).toEqual([
      ['paidLines', ['paid', 'orders', 'buyers']],
      ['views', ['uv', 'pv']],
    ])
  })
})

describe('compileGroup', () => {
  test('values are bound: no value of a filter is in the text', () => {
    const result = plan(['paid'], ['month', 'category'], [{ dimension: 'channel', op: 'notIn', values: ["x'); DROP"] }])
    if (!result.ok) throw new Error(result.error.messageEn)
    const [group] = result.value.groups
    const sql = group ? compileGroup(result.value, group, { whole: false }) : ''
    expect(sql).toContain('NOT has({filter0:Array(String)}')
    expect(sql).not.toContain('DROP')
    expect(sql).toContain('f.store = {store:String}')
    expect(sql).toContain('f.paid_day >= {from:Date}')
  })
})
