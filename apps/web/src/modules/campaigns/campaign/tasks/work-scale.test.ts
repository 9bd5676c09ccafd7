import type { GanttRow } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { workScale } from './work-scale.ts'

const row = (from: string, to: string) => ({ from, to }) as GanttRow

test('the chart begins a few days before the first bar and ends a few after the last, months cut to it', () => {
  const scale = workScale([row('2026-09-28', '2026-10-01'), row('2026-10-03', '2026-10-08')], 10)
  expect([scale?.from, scale?.to, scale?.width]).toEqual(['2026-09-24', '2026-10-12', 180])
  expect(scale?.months.map(({ month, x, width }) => [month, x, width])).toEqual([
    ['2026-09', 0, 70],
    ['2026-10', 70, 110],
  ])
})

test('without work there is no chart', () => expect(workScale([], 10)).toBeNull())
