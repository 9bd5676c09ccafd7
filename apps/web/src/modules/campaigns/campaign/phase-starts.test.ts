import type { PhaseWindow } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { startsOf, windowsFrom } from './phase-starts.ts'

const WINDOWS: PhaseWindow[] = [
  { phase: 'preheat', wave: 1, from: '2026-09-06', to: '2026-09-16', startMinute: 0 },
  { phase: 'burst', wave: 1, from: '2026-09-16', to: '2026-09-17', startMinute: 1200 },
  { phase: 'closing', wave: 1, from: '2026-09-17', to: '2026-09-20', startMinute: 0 },
]

test('what the form shows and is not changed gives the same phases', () => {
  expect(windowsFrom(WINDOWS, startsOf(WINDOWS))).toEqual(WINDOWS)
})

test('a phase that begins later lengthens the one before it: no day is left out', () => {
  const { starts, end } = startsOf(WINDOWS)
  const later = starts.map((start, i) => (i === 1 ? { from: '2026-09-17', hour: 0 } : start))
  const moved = windowsFrom(WINDOWS, { starts: later.map((s, i) => (i === 2 ? { ...s, from: '2026-09-18' } : s)), end })
  expect(moved.map(({ from, to }) => [from, to])).toEqual([
    ['2026-09-06', '2026-09-17'],
    ['2026-09-17', '2026-09-18'],
    ['2026-09-18', '2026-09-20'],
  ])
})
