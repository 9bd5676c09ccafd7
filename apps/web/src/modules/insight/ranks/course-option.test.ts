import { expect, test } from 'vitest'
import { palettes } from '../../../theme/palette.ts'
import { buildCourseOption } from './course-option.ts'

const { light } = palettes
const theme = { ...light, appearance: 'light' as const, still: true, rise: light.red, fall: light.green }
const words = { short: String, exact: String, axis: String, full: String }

test('[P9.11] the first place is on top, the goal is a line, and a day off the list is a gap', () => {
  const points = [
    { day: '2026-11-01', rank: 40, depth: 100, gained: null, source: '' },
    { day: '2026-11-04', rank: null, depth: 100, gained: null, source: '' },
    { day: '2026-11-07', rank: 20, depth: 100, gained: null, source: '' },
  ]
  const option = buildCourseOption({ points, goalRank: 10 }, { words, names: { rank: 'r', goal: 'g' } }, theme)
  expect(option.yAxis).toMatchObject({ inverse: true, min: 1 })
  expect((option.series as { data: unknown[] }[]).map(({ data }) => data)).toEqual([
    [10, 10, 10],
    [40, null, 20],
  ])
})
