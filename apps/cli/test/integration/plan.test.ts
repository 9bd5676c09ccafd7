import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanComparison, PlanDetail, PlanSummary, PlanTableResult, PlanVersion } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
  await home.json('store', 'create', 'shop')
})
afterAll(() => home.remove())

const HEADER = '时间,目标,主题,策略,页面设计,日常推广,商家配合'

const forPlan = (...args: string[]): string[] => ['plan', ...args, '--plan', 'plan-2027']

describe('zhanggui plan', () => {
  test('a plan is made, its table imported, exported, compared and approved from the shell', async () => {
    const made = await home.json<PlanSummary>('plan', 'new', 'shop', '--year', '2027')
    expect(made).toMatchObject({ id: 'plan-2027', name: '2027 年度规划', status: 'draft' })

    const file = await home.write(
      'year.csv',
      `全年目标 200万\n${HEADER}\n1月,,年货大促,1、选款\n2月,20万,上新,标题优化,首页`,
    )
    const preview = await home.json<PlanTableResult>(...forPlan('import', 'shop', file, '--dry-run'))
    expect(preview).toMatchObject({ applied: false, counts: { tasks: { created: 3 }, goals: { created: 3 } } })
    await home.json(...forPlan('import', 'shop', file))
    await home.json(...forPlan('versions', 'shop', '--cut', '初稿'))

    const out = join(home.folder, 'back.xlsx')
    expect(await home.json(...forPlan('export', 'shop', '--out', out))).toEqual({ file: out, rows: 3 })
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
    const again = await home.json<PlanTableResult>(...forPlan('import', 'shop', out))
    expect(again.counts.tasks).toEqual({ created: 0, updated: 0, kept: 3, removed: 0 })

    const blocked = await home.run(...forPlan('approve', 'shop'), '--json')
    expect(blocked.exitCode).toBe(1)
    const { approved, findings } = JSON.parse(blocked.stdout)
    expect(approved).toBe(false)
    expect(findings.map((f: { rule: string }) => f.rule)).toEqual(['month-targets-blank'])

    const filled = await home.write(
      'filled.csv',
      `全年目标 200万\n${HEADER}\n1月,180万,年货大促,1、选款\n2月,20万,上新,标题优化,首页`,
    )
    await home.json(...forPlan('import', 'shop', filled))
    const comparison = await home.json<PlanComparison>(...forPlan('compare', 'shop', '--from', '1'))
    expect(comparison.changes.filter(({ list }) => list === 'goals')).toMatchObject([
      { id: 'paid:2027-01', fields: expect.arrayContaining([{ field: 'target', before: null, after: 180_000_000 }]) },
    ])
  })

  test('tables are for people, with both languages in their heads', async () => {
    const shown = await home.run(...forPlan('show', 'shop'))
    expect(shown.stdout).toContain('2027 年度规划')
    expect(shown.stdout).toMatch(/任务 tasks\s+3/)
    const list = await home.run('plan', 'list', 'shop', '--lang', 'en')
    expect(list.stdout).toContain('draft')
    const { goals } = await home.json<PlanDetail>(...forPlan('show', 'shop'))
    expect(goals).toHaveLength(3)
    const { versions } = await home.json<{ versions: PlanVersion[] }>(...forPlan('versions', 'shop'))
    expect(versions.map(({ number, note }) => [number, note])).toEqual([[1, '初稿']])
  })

  test('a wrong command line is exit code 2, an unknown plan or file exit code 1, each with what to do', async () => {
    const cases: [string[], number, string][] = [
      [['plan', 'new', 'shop', '--year', '27'], 2, '2000–2100'],
      [['plan', 'show', 'shop'], 2, '--plan'],
      [forPlan('export', 'shop', '--out', 'x.pdf'), 2, '.csv'],
      [['plan', 'show', 'shop', '--plan', 'plan-1999'], 1, '计划 plan-1999'],
      [forPlan('import', 'shop', '/nowhere.csv'), 1, 'nowhere.csv'],
    ]
    for (const [args, exitCode, words] of cases) {
      const run = await home.run(...args)
      expect([args.join(' '), run.exitCode]).toEqual([args.join(' '), exitCode])
      expect(run.stderr).toContain(words)
    }
  })
})
