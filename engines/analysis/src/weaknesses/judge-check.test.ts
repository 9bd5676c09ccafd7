import { describe, expect, it } from 'vitest'
import { type Check, judgeCheck } from './judge-check.ts'

const rate = (over: number, under: number, limit: number | null): Check => ({
  value: under === 0 ? null : over / under,
  limit,
  weakWhen: 'below',
  counts: { over, under },
})

describe('[P14.11] a figure against its limit', () => {
  it.each<[string, Check, string]>([
    ['far below, on many visitors', rate(200, 10_000, 0.03), 'weak'],
    ['as far below, on a few', rate(1, 50, 0.03), 'healthy'],
    ['at the limit', { value: 0.05, limit: 0.05, weakWhen: 'above', counts: null }, 'healthy'],
    ['above a limit that is a ceiling', { value: 0.08, limit: 0.05, weakWhen: 'above', counts: null }, 'weak'],
    ['nobody has said what is good', rate(200, 10_000, null), 'unknown'],
    ['nobody came', rate(0, 0, 0.03), 'unknown'],
    ['better than the industry', rate(500, 10_000, 0.03), 'healthy'],
  ])('%s', (_, check, verdict) => expect(judgeCheck(check)).toBe(verdict))
})
