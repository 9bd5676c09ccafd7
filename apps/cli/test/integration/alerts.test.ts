import type { AlertRuleInfo, IncidentInfo } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
})
afterAll(() => home.remove())

const RULE = {
  id: 'paid-low',
  nameZh: '日支付过低',
  nameEn: 'Paid too low',
  severity: 'warning',
  owner: 'operations',
  action: { kind: 'task', ref: '', zh: '查流量与转化', en: 'Look at traffic and conversion' },
  condition: { metric: 'paid', slice: {}, windowMinutes: 1440, test: { kind: 'threshold', op: '<', value: 100_000 } },
  everyMinutes: 60,
}

test('[P9.15] a rule from a file, or from the library, is listed with its sentence; one without an action is refused', async () => {
  await home.json('store', 'create', 'shop')
  expect(await home.json('alerts', 'add', 'shop', await home.write('rule.json', JSON.stringify(RULE)))).toMatchObject({
    sentenceZh: '最近 1 天的支付金额低于 ¥1000',
  })
  const idle = { ...RULE, id: 'idle', action: { ...RULE.action, zh: '' } }
  const refused = await home.run('alerts', 'add', 'shop', await home.write('idle.json', JSON.stringify(idle)))
  expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('没有行动的告警不能保存')])
  await home.json('alerts', 'library', 'shop', '--add', 'broken-links', 'ctr-falls')
  const { rules } = await home.json<{ rules: AlertRuleInfo[] }>('alerts', 'rules', 'shop')
  expect(rules.map(({ id }) => id)).toEqual(['broken-links', 'ctr-falls', 'paid-low'])
  expect((await home.run('alerts', 'rules', 'shop')).stdout).toContain('最近 1 天的支付金额低于 ¥1000')
})

test('a condition is replayed and checked at once; a shop without data has neither firings nor incidents', async () => {
  const file = await home.write('replay.json', JSON.stringify({ condition: RULE.condition }))
  expect(await home.json('alerts', 'replay', 'shop', file, '--days', '7')).toMatchObject({ firings: [] })
  expect(await home.json<{ incidents: IncidentInfo[] }>('alerts', 'check', 'shop')).toEqual({ incidents: [] })
  expect(await home.json('alerts', 'list', 'shop', '--loops')).toEqual({ incidents: [] })
  expect((await home.run('alerts', 'show', 'shop', '1')).exitCode).toBe(1)
})
