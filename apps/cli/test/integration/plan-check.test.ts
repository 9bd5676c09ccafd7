import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileFindings, PlanFindings } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
  await home.json('store', 'create', 'shop')
})
afterAll(() => home.remove())

const fixture = (name: string): string => join(import.meta.dirname, '../../../../engines/plan/test/fixtures', name)

describe('zhanggui plan check', () => {
  test('[P16.15] a clean plan file ends with 0 and says that it passes', async () => {
    const plan = JSON.parse(await readFile(fixture('clean-plan.json'), 'utf8'))
    // The register of assumptions of this shop is empty.
    const file = await home.write('clean.json', JSON.stringify({ ...plan, assumptions: [] }))
    const { exitCode, stdout } = await home.run('plan', 'check', 'shop', file)
    expect(stdout.trim()).toBe('计划体检通过')
    expect(exitCode).toBe(0)
  })

  test('[P16.15] a bad plan file ends with 1; its findings are numbered and carry place, figures and advice', async () => {
    const file = fixture('bad-plan.json')
    const { exitCode, stdout } = await home.run('plan', 'check', 'shop', file, '--json')
    const { findings, counts }: FileFindings = JSON.parse(stdout)
    expect(exitCode).toBe(1)
    expect(findings.length).toBeGreaterThan(60)
    expect(findings.map(({ number }) => number)).toEqual(findings.map((_, index) => index + 1))
    expect(counts.error).toBeGreaterThan(30)
    const spoken = await home.run('plan', 'check', 'shop', file, '--lang', 'en')
    expect(spoken.stdout).toMatch(/^1\. \[\w+\] header/)
    expect(spoken.stdout).toContain('年度计划表.xlsx 2027 ')
    expect(spoken.stdout).toMatch(/\d+ errors, \d+ warnings, \d+ notes, 0 accepted\n$/)
  })

  test('[P13.03] a yearly table is checked cell by cell and not stored', async () => {
    const header = '时间,目标,主题,策略,页面设计,日常推广,商家配合'
    const file = await home.write(
      'year.csv',
      `${header}\n1月,10万,年货节,选款,首页,S单 每天10笔,补單支持\n2月,12万,上新,标题优化,首页,暂停推广,选款`,
    )
    const { exitCode, stdout } = await home.run('plan', 'check', 'shop', file, '--year', '2027', '--json')
    const { findings }: FileFindings = JSON.parse(stdout)
    const bought = findings.filter(({ rule }) => rule === 'bought-orders')
    expect(bought.map(({ at, source }) => [at.part, at.field, source?.row])).toEqual([
      ['table', 'dailyPromotion', 2],
      ['table', 'merchantCooperation', 2],
    ])
    expect(exitCode).toBe(1)
    expect(await home.json('plan', 'list', 'shop')).toEqual({ plans: [] })
  })

  test('a stored plan is checked by its id', async () => {
    await home.json('plan', 'new', 'shop', '--year', '2027')
    const { exitCode, stdout } = await home.run('plan', 'check', 'shop', '--plan', 'plan-2027', '--json')
    const { findings, checkedOn }: PlanFindings = JSON.parse(stdout)
    expect(findings.map(({ rule }) => rule)).toContain('goals-missing')
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(exitCode).toBe(0)
  })

  test('neither or both of plan and file is a wrong command line', async () => {
    const neither = await home.run('plan', 'check', 'shop')
    const both = await home.run('plan', 'check', 'shop', 'x.json', '--plan', 'plan-2027')
    expect([neither.exitCode, both.exitCode]).toEqual([2, 2])
    expect(neither.stderr).toContain('--plan')
  })
})
