import { expect, test } from 'vitest'
import { type AlertRule, ruleFaults } from '../index.ts'

const rule: AlertRule = {
  id: 'paid-falls',
  nameZh: '支付金额骤降',
  nameEn: 'Paid falls',
  severity: 'critical',
  owner: 'operations',
  action: { kind: 'task', ref: '', zh: '核对支付与流量', en: 'Check payments and traffic' },
  condition: {
    metric: 'paid',
    slice: {},
    windowMinutes: 15,
    test: { kind: 'threshold', op: '<', value: 100, clearAt: 200 },
  },
  everyMinutes: 1,
}
const faultsOf = (change: Partial<AlertRule>): string[] => ruleFaults({ ...rule, ...change }).map(({ field }) => field)
const testing = (test: AlertRule['condition']['test']): string[] => faultsOf({ condition: { ...rule.condition, test } })

test('[P9.15] a rule with an owner, an action and a sound condition may be saved', () => {
  expect(faultsOf({})).toEqual([])
})

const rows: [rule: string, faults: string[], field: string][] = [
  ['[P9.15] a rule without an owner is refused', faultsOf({ owner: ' ' }), 'owner'],
  ['[P9.15] a rule that nothing follows from is refused', faultsOf({ action: { ...rule.action, zh: '' } }), 'action'],
  ['[P9.15] a playbook is named by its id', faultsOf({ action: { ...rule.action, kind: 'playbook' } }), 'action.ref'],
  [
    'a dead-band lies on the safe side',
    testing({ kind: 'threshold', op: '<', value: 100, clearAt: 50 }),
    'condition.test.clearAt',
  ],
  ['two points are no trend', testing({ kind: 'trend', points: 2, direction: 'fall' }), 'condition.test.points'],
  ['one standard deviation is no anomaly', testing({ kind: 'anomaly', k: 1, direction: 'both' }), 'condition.test.k'],
  ['each value by itself is for daily figures', faultsOf({ per: 'item' }), 'per'],
]
test.each(rows)('%s', (_rule, faults, field) => {
  expect(faults).toEqual([field])
})
