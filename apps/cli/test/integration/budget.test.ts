import type { BudgetBalances, BudgetPostResult, BudgetTable, BudgetWorkedOut, ScenarioAnswer } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
  await home.json('store', 'create', 'shop')
  await home.json('plan', 'new', 'shop', '--year', '2027')
})
afterAll(() => home.remove())

const forPlan = (...args: string[]): string[] => ['budget', ...args, '--plan', 'plan-2027']

const table = (name: string, rows: readonly string[]): Promise<string> => home.write(name, rows.join('\n'))

const HEAD = '项目,占比,金额'
const ROOT = '总预算,,100万'
const NINETY = [
  '流量（公域、私域）,40%（30%+10%）,',
  '内容（短视频、图文）,20%（15%+5%）,',
  '达人合作,15%,',
  '技术,10%,',
  '备用金,5%,',
]

describe('zhanggui budget', () => {
  test('[P4.02] the annual template as a file: the missing tenth is reported, and show says so by its exit code', async () => {
    const file = await table('ninety.csv', [HEAD, ROOT, ...NINETY])
    const preview = await home.json<BudgetTable>(...forPlan('import', 'shop', file, '--base', 'total', '--dry-run'))
    expect(preview.lines).toHaveLength(10)
    const [issue] = preview.workedOut.issues
    expect(issue).toMatchObject({ code: 'unassigned', figures: { residualBp: 1000, residualCents: 10_000_000 } })
    await home.json(...forPlan('import', 'shop', file, '--base', 'total'))
    const shown = await home.run(...forPlan('show', 'shop'))
    expect(shown.exitCode).toBe(1)
    expect(shown.stdout).toContain('还有 10 % = 100000.00 未分配')
  })

  test('once it adds up it is opened, posted to, refused beyond what is there, and shown', async () => {
    const file = await table('full.csv', [HEAD, ROOT, ...NINETY, '活动,10%,'])
    await home.json(...forPlan('import', 'shop', file, '--base', 'total'))
    expect(await home.json(...forPlan('open', 'shop'))).toEqual({ posted: 8 })
    const shown = await home.json<BudgetWorkedOut & { balances: BudgetBalances }>(...forPlan('show', 'shop'))
    const creators = shown.lines.find((line) => line.amountCents === 15_000_000 && line.depth === 1)?.id ?? ''
    const post = ['--line', creators, '--amount', '5万', '--day', '2027-03-01', '--id', 'a']
    const posted = await home.json<BudgetPostResult>(...forPlan('post', 'shop', '--kind', 'commit', ...post))
    expect(posted).toMatchObject({ outcome: 'posted', balance: { planned: 10_000_000, committed: 5_000_000 } })
    const again = await home.json<BudgetPostResult>(...forPlan('post', 'shop', '--kind', 'commit', ...post))
    expect(again.outcome).toBe('duplicate')
    const tooMuch = ['--line', creators, '--amount', '10.01万', '--day', '2027-03-01']
    const refused = await home.run(...forPlan('post', 'shop', '--kind', 'commit', ...tooMuch), '--json')
    expect(refused.exitCode).toBe(1)
    expect(JSON.parse(refused.stderr).error.code).toBe('budget_not_enough')
    const ledger = await home.json<{ total: number }>(...forPlan('ledger', 'shop', '--line', creators))
    expect(ledger.total).toBe(2)
  })

  test('a release of the reserve without a trigger is refused with what is missing', async () => {
    const shown = await home.json<BudgetWorkedOut>(...forPlan('show', 'shop'))
    const [reserve, target] = [5_000_000, 15_000_000].map(
      (cents) => shown.lines.find((l) => l.amountCents === cents && l.depth === 1)?.id ?? '',
    )
    const release = ['--reserve', reserve ?? '', '--to', target ?? '', '--amount', '1000']
    const refused = await home.run(...forPlan('release', 'shop', ...release), '--json')
    expect(refused.exitCode).toBe(1)
    expect(JSON.parse(refused.stderr).error.code).toBe('budget_release_incomplete')
  })

  test('a scenario needs sales targets, and says so; percentages are read as people write them', async () => {
    const without = await home.run(...forPlan('scenario', 'shop', '--inflation', '20%'), '--json')
    expect(JSON.parse(without.stderr).error.code).toBe('budget_rule_missing')
    const wrong = await home.run(...forPlan('scenario', 'shop', '--price', '一成'), '--json')
    expect(wrong.exitCode).toBe(2)
    const year = await table('year.csv', [
      '时间,目标,主题,策略,页面设计,日常推广,商家配合',
      ...Array.from({ length: 12 }, (_, i) => `${i + 1}月,100万,,,,,`),
    ])
    await home.json('plan', 'import', 'shop', year, '--plan', 'plan-2027', '--merge')
    const answer = await home.json<ScenarioAnswer>(...forPlan('scenario', 'shop', '--price', '-10%', '--volume', '5%'))
    expect(answer.base.gmvCents).toBe(1_200_000_000)
    expect(answer.shocked.gmvCents).toBe(1_134_000_000)
  })
})
