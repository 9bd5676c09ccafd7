import { expect, test } from 'vitest'
import { palettes } from '../../../theme/palette.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'
import { buildPacingOption } from './pacing-option.ts'

const words = { short: String, exact: String, axis: (key: string) => key, full: (key: string) => key }

test('every day has its plan, and days that are still to come have no bar of spend', () => {
  const days = [
    { day: '2026-11-10', phase: 'preBurst' as const, plannedCents: 100, spentCents: 80 },
    { day: '2026-11-11', phase: 'burst' as const, plannedCents: 200, spentCents: null },
  ]
  const option = buildPacingOption({ days, words, names: { planned: '计划', spent: '实际' } }, palettes.light as Theme)
  expect(option.series).toMatchObject([
    { name: '计划', data: [100, 200] },
    { name: '实际', data: [80, null] },
  ])
})
