import type {
  CacAnswer,
  DailyBase,
  DriversAnswer,
  GoalsAttainment,
  GoalsChanged,
  MilestoneAdded,
  RepurchaseGoals,
} from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

/** Two orders a day in 2025 and the first quarter of 2026: 美妆 ¥100, 食品 ¥40; in June twice as much. */
function orders(): string {
  const lines = ['订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额']
  for (let day = Date.UTC(2025, 0, 1), n = 1; day < Date.UTC(2026, 3, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    const times = date.slice(5, 7) === '06' ? 2 : 1
    for (const [amount, place] of [
      [100, '上海'],
      [40, '四川省'],
    ] as const)
      lines.push(`${n++},${amount * times},${amount * times},${place},${date} 10:00:00,${date} 10:05:00,0`)
  }
  return `${lines.join('\n')}\n`
}

describe('zhanggui goals', () => {
  let cli: CliHome

  beforeAll(async () => {
    cli = await createCliHome()
    await cli.json('store', 'create', 'maoyi', '--name', '猫一旗舰店')
    await cli.json('import', 'maoyi', await cli.write('orders.csv', orders()))
    await cli.json('plan', 'new', 'maoyi', '--year', '2026')
  }, 120_000)
  afterAll(() => cli.remove())

  it('spreads a total by month and province to the fen, and shows how far the goals are', async () => {
    const by = ['--by', 'month,province', '--total', '8万']
    const preview = await cli.json<GoalsChanged>('goals', 'spread', 'maoyi', '--plan', 'plan-2026', ...by, '--dry-run')
    expect([preview.applied, preview.made.length]).toEqual([false, 1 + 12 + 24 + 2])
    const saved = await cli.json<GoalsChanged>('goals', 'spread', 'maoyi', '--plan', 'plan-2026', ...by)
    const months = saved.made.filter((g) => /^2026-\d\d$/.test(g.period) && !('province' in g.scope))
    expect(months.reduce((sum, g) => sum + (g.target ?? 0), 0)).toBe(8_000_000)
    const june = months.find((g) => g.period === '2026-06')?.target ?? 0
    expect(june).toBeGreaterThan(1.4 * (months.find((g) => g.period === '2026-05')?.target ?? 0))
    const status = await cli.json<GoalsAttainment>(
      'goals',
      'status',
      'maoyi',
      '--plan',
      'plan-2026',
      '--as-of',
      '2026-04-01',
    )
    const year = status.rows.find((r) => r.goal === 'paid:2026')
    expect(year).toMatchObject({ actual: 90 * 14_000, target: 8_000_000, daysGone: 90, daysLeft: 275 })
    const table = await cli.run('goals', 'status', 'maoyi', '--plan', 'plan-2026', '--as-of', '2026-04-01')
    expect(table.stdout).toMatch(/支付金额\s+2026\s+¥80,000\.00\s+¥12,600\.00\s+15\.8%/)
  }, 180_000)

  it('[P2.03] says the slack of an over-determined set', async () => {
    const set = ['--cvr', '+25%', '--aov', '+10%', '--gmv', '+30%', '--uv', '+0%']
    const answer = await cli.json<DriversAnswer>('goals', 'drivers', 'maoyi', '--plan', 'plan-2026', ...set)
    expect(answer.kind).toBe('overdetermined')
    expect(answer.slacks.find((s) => s.driver === 'uv')?.slack.toFixed(4)).toBe('-0.0545')
    const three = ['--cvr', '5%', '--aov', '110', '--gmv', '130万']
    const solved = await cli.json<DriversAnswer>('goals', 'drivers', 'maoyi', '--plan', 'plan-2026', ...three)
    expect(solved).toMatchObject({
      kind: 'solved',
      driver: 'uv',
      values: { gmv: 130_000_000, uv: 236_364, cvr: 0.05, aov: 11_000 },
    })
  }, 180_000)

  it('[P2.16] what the year is balanced by has its commands: operating targets, milestone, daily base, repurchase, cost of a buyer', async () => {
    const plan = ['--plan', 'plan-2026']
    const improved = await cli.json<GoalsChanged>('goals', 'improve', 'maoyi', ...plan, '--dry-run')
    expect([improved.applied, improved.made.length]).toEqual([false, 17])
    const milestone = ['goals', 'milestone', 'maoyi', ...plan, '--by', '2026-07-01']
    expect(await cli.json<MilestoneAdded>(...milestone)).toMatchObject({ value: 6_400_000 })
    const { months } = await cli.json<DailyBase>('goals', 'base', 'maoyi', ...plan, '--as-of', '2026-04-01')
    expect(months.at(-1)).toMatchObject({ month: '2026-03', base: 14_000 })
    const found = await cli.json<RepurchaseGoals>('goals', 'repurchase', 'maoyi', ...plan, '--window', '30')
    expect([found.windowDays, found.membersKnown]).toEqual([30, false])
    const cost = ['--new-buyers', '100', '--cost', '推广=9000', '--industry', '100']
    expect(await cli.json<CacAnswer>('budget', 'cac', 'maoyi', ...plan, ...cost)).toMatchObject({
      cacCents: 9000,
      rejected: true,
      driver: { name: '推广' },
    })
    const bad = await cli.run('goals', 'aov', 'maoyi', ...plan, '--step', '2026-Q1:magic:茶:+1', '--json')
    expect(JSON.parse(bad.stderr)).toMatchObject({ error: { code: 'usage' } })
  }, 120_000)

  it.each([
    ['an unknown metric', ['spread', '--metric', 'magic', '--total', '1', '--by', 'month'], 'goal_not_spreadable'],
    ['a dimension it does not have', ['spread', '--total', '1', '--by', 'keyword'], 'goal_not_spreadable'],
    ['a total that is none', ['spread', '--total', 'viel', '--by', 'month'], 'usage'],
    ['an unknown goal', ['gap', '--goal', 'nowhere'], 'unknown_goal'],
  ])(
    'refuses %s and says what to do',
    async (_, args, code) => {
      const [name = '', ...rest] = args
      const { exitCode, stderr } = await cli.run('goals', name, 'maoyi', '--plan', 'plan-2026', ...rest, '--json')
      expect(exitCode).not.toBe(0)
      expect(JSON.parse(stderr)).toMatchObject({ error: { code } })
    },
    60_000,
  )
})
