import type { DrillReport } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
})
afterAll(() => home.remove())

test('[P15.12] one command rehearses a plan and says times, losses and score; it ends with 1 when the drill fails', async () => {
  const asked = ['drill', 'attack', '--seed', '1', '--scale', '2']
  const report = await home.json<DrillReport>(...asked)
  expect(report.faults.map(({ plan }) => plan)).toEqual(['attack'])
  expect(report.passed).toBe(true)
  const shown = await home.run(...asked)
  expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining('恶意流量攻击')])
  const tiny = await home.run('drill', 'rule-error', '--scale', '0.01')
  expect([tiny.exitCode, tiny.stderr]).toEqual([1, expect.stringContaining('演练没有通过')])
  const unknown = await home.run('drill', 'earthquake')
  expect(unknown.stderr).toContain('whole-day')
})
