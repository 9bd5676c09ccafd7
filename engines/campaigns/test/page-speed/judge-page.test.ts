import { expect, test } from 'vitest'
import { judgePage, LOADS_MIN, type PageLoads } from '../../src/index.ts'

const BUDGET = { page: 'detail', loadMs: 2500, jumps: 1 }
const loads = (more: Partial<PageLoads> = {}): PageLoads => ({
  loads: 400,
  slow: 40,
  p50Ms: 900,
  p75Ms: 1800,
  p95Ms: 3000,
  p75Jumps: 1,
  ...more,
})

const rows: [string, Partial<PageLoads>, Partial<PageLoads>, string[]][] = [
  ['within its budget', {}, {}, []],
  ['three quarters at the limit keep it', { p75Ms: 2500 }, {}, []],
  ['a millisecond beyond breaks it', { p75Ms: 2501 }, {}, ['slow']],
  ['too many jumps are flagged, however fast', { p75Jumps: 2 }, {}, ['jumps']],
  ['more slow loads than before, beyond chance', { slow: 80 }, {}, ['slower']],
  ['a few more slow loads are chance', { slow: 48 }, {}, []],
  ['fewer slow loads are no regression', { slow: 4 }, {}, []],
  ['a page that nobody opened before has nothing to be slower than', { slow: 80 }, { loads: 3, slow: 0 }, []],
  ['all three at once', { p75Ms: 4000, p75Jumps: 3, slow: 200 }, {}, ['slow', 'jumps', 'slower']],
]

test.each(rows)('[P7.06] %s', (_rule, now, before, faults) => {
  expect(judgePage(BUDGET, loads(now), loads(before))).toEqual({ faults, isKnown: true })
})

test('[P7.06] fewer than twenty loads say nothing, and nothing is not a pass', () => {
  const few = loads({ loads: LOADS_MIN - 1, p75Ms: 9000, p75Jumps: 9 })
  expect(judgePage(BUDGET, few, loads())).toEqual({ faults: [], isKnown: false })
})
