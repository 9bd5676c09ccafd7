import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../test/series-of.ts'
import {
  type ConditionMemory,
  type ConditionTest,
  evaluate,
  type MetricCondition,
  NEW_MEMORY,
  type SeriesPoint,
} from '../index.ts'

const condition = (test: ConditionTest, more: Partial<MetricCondition> = {}): MetricCondition => ({
  metric: 'paid',
  slice: {},
  windowMinutes: 1,
  test,
  ...more,
})
const above = (value: number, more: Partial<MetricCondition> & { clearAt?: number } = {}): MetricCondition => {
  const { clearAt, ...rest } = more
  return condition({ kind: 'threshold', op: '>', value, ...(clearAt === undefined ? {} : { clearAt }) }, rest)
}

/** States minute by minute, each with the memory of the one before: `.` fine, `!` firing, `?` no data. */
function course(
  asked: MetricCondition,
  values: readonly (number | null)[],
  sample?: (minute: number) => number,
): string {
  const points: SeriesPoint[] = values.map((value, minute) => ({ minute, value, sample: sample?.(minute) ?? 1 }))
  let memory: ConditionMemory = NEW_MEMORY
  let text = ''
  for (let at = 1; at <= values.length; at++) {
    const evaluation = evaluate(asked, { at, stepMinutes: 1, combine: 'last', points, knownTo: at }, memory)
    memory = evaluation.memory
    text += { ok: '.', firing: '!', noData: '?' }[evaluation.state]
  }
  return text
}

/** The same course, stopped at each minute and begun again from what was stored. */
function restarted(asked: MetricCondition, values: readonly (number | null)[]): string {
  let stored = JSON.stringify(NEW_MEMORY)
  return values
    .map((_value, i) => {
      const points: SeriesPoint[] = values.slice(0, i + 1).map((value, minute) => ({ minute, value, sample: 1 }))
      const series = { at: i + 1, stepMinutes: 1, combine: 'last' as const, points, knownTo: i + 1 }
      const { state, memory } = evaluate(asked, series, JSON.parse(stored) as ConditionMemory)
      stored = JSON.stringify(memory)
      return { ok: '.', firing: '!', noData: '?' }[state]
    })
    .join('')
}

describe('time and dead-band', () => {
  const rows: [rule: string, asked: MetricCondition, values: (number | null)[], states: string][] = [
    ['a limit fires in the minute it is passed and clears in the minute it is not', above(5), [5, 6, 5, 7], '.!.!'],
    [
      'a dead-band does not flap: it clears only past the second line',
      above(5, { clearAt: 3 }),
      [6, 5, 4, 5, 3, 5, 6],
      '!!!!..!',
    ],
    ['a breach fires once it has held its minutes', above(5, { forMinutes: 2 }), [6, 6, 6, 6, 1], '..!!.'],
    ['a breach that is interrupted begins again', above(5, { forMinutes: 2 }), [6, 6, 1, 6, 6, 6], '.....!'],
    ['being fine must hold too where asked', above(5, { clearForMinutes: 2 }), [6, 1, 1, 6, 1, 1, 1], '!!!!!!.'],
    ['a gap is told as no data, and the firing goes on after it', above(5), [6, null, 6, 1], '!?!.'],
    ['a gap may keep what was', above(5, { noData: 'keep' }), [6, null, null, 1, null], '!!!..'],
    ['a gap may count as fine', above(5, { noData: 'ok' }), [6, null, 6], '!.!'],
    ['a gap may be the fault itself', above(5, { noData: 'fire', forMinutes: 1 }), [1, null, null, 1], '..!.'],
    ['it fires again and again, not only the first time', above(5), [6, 1, 6, 1, 6], '!.!.!'],
    ['equal is not above', above(5), [5], '.'],
    ['equal is at least', condition({ kind: 'threshold', op: '>=', value: 5 }), [5], '!'],
  ]
  test.each(rows)('%s', (_rule, asked, values, states) => {
    expect(course(asked, values)).toBe(states)
  })

  test('one firing through a gap keeps the minute it began', () => {
    const first = evaluate(above(5), seriesOf([6], { combine: 'last' }))
    const gap = evaluate(above(5), seriesOf([6, null], { combine: 'last' }), first.memory)
    const again = evaluate(above(5), seriesOf([6, null, 7], { combine: 'last' }), gap.memory)
    expect([first.memory.firingSince, gap.state, again.memory.firingSince]).toEqual([1, 'noData', 1])
  })

  test('too few observations neither fire nor clear, on whichever day they come', () => {
    const asked = above(0.05, { minSample: 30 })
    const sample = (minute: number) => (minute === 1 || minute === 3 ? 100 : 5)
    expect(course(asked, [0.9, 0.9, 0.01, 0.01, 0.9], sample)).toBe('.!!..')
  })

  test('a restart at any minute, without what comes later, changes nothing', () => {
    const rng = createRng('restart')
    for (let i = 0; i < 300; i++) {
      const values = Array.from({ length: 40 }, () => (rng.next() < 0.15 ? null : rng.int(10)))
      const asked = above(5, {
        clearAt: 3,
        forMinutes: rng.int(3),
        clearForMinutes: rng.int(3),
        noData: rng.pick(['report', 'keep', 'ok', 'fire'] as const),
      })
      expect(restarted(asked, values)).toBe(course(asked, values))
    }
  })
})
