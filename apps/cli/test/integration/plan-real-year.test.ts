import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { GoalGap, GoalsAttainment, GoalsView, PlanDetail, PlanFindings, PlanSummary } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA_FOLDER, whyNoRealData } from '../../../server/test/support/real-data.ts'
import { paidInYear, writeRetailAbroad } from '../../../server/test/support/retail-abroad.ts'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

const reason = whyNoRealData('online_retail_ii')
const MONTHS = Array.from({ length: 12 }, (_, i) => `2011-${String(i + 1).padStart(2, '0')}`)

describe.skipIf(reason)(`a plan of 2011 from a real 2010, and the real 2011 against it ${reason ?? ''}`, () => {
  let cli: CliHome
  let paid: Map<string, number>
  const forPlan = (...args: string[]): string[] => [...args, 'gifts', '--plan', 'plan-2011']

  beforeAll(async () => {
    cli = await createCliHome()
    const abroad = await writeRetailAbroad(DATA_FOLDER, cli.folder)
    paid = abroad.paid
    await cli.json('store', 'create', 'gifts', '--name', 'Gifts', '--currency', 'GBP', '--timezone', 'Europe/London')
    await cli.json('import', 'gifts', ...abroad.files)
  }, 180_000)
  afterAll(() => cli?.remove())

  test('[P2.02] the year’s target is the real 2010 grown by 30 %, and its months sum to it to the penny', async () => {
    const made = await cli.json<PlanSummary>(
      'plan',
      'new',
      'gifts',
      '--year',
      '2011',
      '--from',
      'data',
      '--growth',
      '30%',
    )
    expect(made).toMatchObject({ id: 'plan-2011', year: 2011, status: 'draft' })
    const { goals } = await cli.json<PlanDetail>(...forPlan('plan', 'show'))
    const year = goals.find((g) => g.metric === 'paid' && g.period === '2011' && g.parentId === null)
    expect(year?.baseline).toBe(paidInYear(paid, '2010'))
    expect(year?.target).toBe(Math.round(paidInYear(paid, '2010') * 1.3))
    const months = MONTHS.map((month) => goals.find((g) => g.period === month && Object.keys(g.scope).length === 0))
    expect(months.reduce((sum, g) => sum + (g?.target ?? 0), 0)).toBe(year?.target)
  }, 120_000)

  test('[P2.22] every month of the real 2011 stands against its target to the penny', async () => {
    const { asOf, rows } = await cli.json<GoalsAttainment>(...forPlan('goals', 'status'))
    expect(asOf).toBe('2011-12-10')
    const { goals } = await cli.json<PlanDetail>(...forPlan('plan', 'show'))
    for (const month of MONTHS) {
      const goal = goals.find((g) => g.period === month && Object.keys(g.scope).length === 0)
      const row = rows.find((r) => r.goal === goal?.id)
      const actual = paid.get(month) ?? 0
      expect([month, row?.actual]).toEqual([month, actual])
      if (month < '2011-12') expect(row?.status).toBe(actual >= (goal?.target ?? 0) ? 'achieved' : 'behind')
    }
  }, 120_000)

  test('what made the gap of a month adds up to it, and the plan’s check and document come from the same plan', async () => {
    const month = MONTHS[5] ?? ''
    const goals = (await cli.json<PlanDetail>(...forPlan('plan', 'show'))).goals as GoalsView['goals']
    const goal = goals.find((g) => g.period === month && Object.keys(g.scope).length === 0)
    const gap = await cli.json<GoalGap>(...forPlan('goals', 'gap'), '--goal', goal?.id ?? '')
    expect(gap.difference).toBe((paid.get(month) ?? 0) - (goal?.target ?? 0))
    expect(gap.causes.reduce((sum, cause) => sum + cause.effect, 0)).toBe(gap.difference)
    const { findings } = await cli.json<PlanFindings>(...forPlan('plan', 'check'))
    expect(findings.map((f) => f.rule)).toContain('chapter-empty')
    const out = join(cli.folder, 'plan.docx')
    await cli.json(...forPlan('plan', 'document'), '--out', out)
    expect((await stat(out)).size).toBeGreaterThan(10_000)
  }, 180_000)
})
