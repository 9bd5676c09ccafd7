import { expect, test } from 'vitest'
import { barsOf } from './gantt-bars.ts'

const ref = { kind: 'plan' as const, part: 'events', id: null, field: null }

test('bars stand on their days, months side by side over the whole year', () => {
  const rows = [
    { label: '全年', from: '2027-01-01', to: '2028-01-01' },
    { label: '双11', from: '2027-11-11', to: '2027-11-12' },
  ]
  const { bars, months } = barsOf({ kind: 'gantt', title: '', from: '2027-01-01', to: '2028-01-01', rows, ref })
  expect(bars[0]).toMatchObject({ left: 0, width: 100 })
  expect(bars[1]?.left).toBeCloseTo((314 / 365) * 100, 6)
  expect(bars[1]?.width).toBe(0.6)
  expect(months).toHaveLength(12)
  expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 6)
})
