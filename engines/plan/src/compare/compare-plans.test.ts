import { plainGoal } from '@zhanggui/goals'
import { cents, parseDay, parsePeriod } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyPlan } from '../empty-plan.ts'
import type { Plan } from '../plan.ts'
import { applyChanges } from './apply-changes.ts'
import { comparePlans } from './compare-plans.ts'

const empty = emptyPlan({ id: 'p', year: 2027, name: '2027', currency: 'CNY' })

const GOAL = plainGoal({ id: 'g', metric: 'paid', period: parsePeriod('2027') })

const TASK: Plan['tasks'][number] = {
  id: 't',
  title: '',
  detail: '',
  period: parsePeriod('2027-03'),
  side: 'agency',
  team: 'operations',
  owner: null,
  startDay: null,
  dueDay: null,
  baselineStartDay: null,
  baselineDueDay: null,
  dependsOn: [],
  eventId: null,
  templateId: null,
  evidence: '',
  done: false,
  source: null,
}

const few = <T extends { id: string }>(object: fc.Arbitrary<T>) =>
  fc.uniqueArray(object, { selector: ({ id }) => id, maxLength: 6 })
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'order')
const text = fc.constantFrom('', '一', '二', '三')
const scope = fc.constantFrom<Record<string, string>>({}, { category: '美妆' }, { category: '食品', region: '浙江' })
const target = fc.oneof(fc.constant(null), fc.constantFrom(0, 1, 0.05, 1e12))

const goal = fc.record({ id, name: text, target, scope, locked: fc.boolean() }).map((some) => ({ ...GOAL, ...some }))
const task = fc
  .record({ id, title: text, done: fc.boolean(), dependsOn: fc.array(id, { maxLength: 3 }) })
  .map((some) => ({ ...TASK, ...some }))
const line = fc.record({ id, name: text }).map((some) => ({
  ...some,
  parentId: null,
  kind: 'spend' as const,
  channel: null,
  period: parsePeriod('2027'),
  eventId: null,
  shareBp: null,
  shareBase: null,
  amountCents: cents(100),
  owner: null,
  note: '',
}))
const stage = fc.record({ id, name: text }).map((some) => ({
  ...some,
  fromDay: parseDay('2027-01-01'),
  toDay: parseDay('2027-02-01'),
  criteria: [{ metric: 'paid', op: 'atLeast' as const, value: 1, scope: {} }],
}))
const measure = fc.record({ id: id.map((i): `own:${string}` => `own:${i}`), nameZh: text }).map((some) => ({
  ...some,
  nameEn: '',
  unit: 'count' as const,
  kind: 'additive' as const,
  numerator: null,
  denominator: null,
  dimensions: [],
  higherIsBetter: null,
  actuals: [],
}))

const plan: fc.Arbitrary<Plan> = fc
  .record({
    name: text,
    goals: few(goal),
    tasks: few(task),
    budget: few(line),
    stages: few(stage),
    measures: few(measure),
    market: text,
    feeRatioMaxBp: fc.constantFrom(null, 1800),
    assumptions: fc.array(id, { maxLength: 2 }),
  })
  .map(({ market, feeRatioMaxBp, ...some }) => ({
    ...empty,
    ...some,
    texts: { ...empty.texts, market },
    budgetRules: { ...empty.budgetRules, feeRatioMaxBp },
  }))

describe('comparing two plans', () => {
  test('what changed, done to the first, gives the second', () => {
    const law = fc.property(plan, plan, (a, b) => {
      expect(applyChanges(a, comparePlans(a, b))).toEqual({ ...b, id: a.id })
    })
    fc.assert(law, { seed: 20270101, numRuns: 500 })
  })

  test('the changes survive the way over the network', () => {
    const law = fc.property(plan, plan, (a, b) => {
      expect(applyChanges(a, JSON.parse(JSON.stringify(comparePlans(a, b))))).toEqual({ ...b, id: a.id })
    })
    fc.assert(law, { seed: 20270102, numRuns: 200 })
  })

  test('equal plans have no changes, whatever the order of their members', () => {
    const law = fc.property(plan, (a) => {
      const shuffled = { ...a, goals: a.goals.map((g) => Object.fromEntries(Object.entries(g).reverse())) }
      expect(comparePlans(a, shuffled as unknown as Plan)).toEqual([])
    })
    fc.assert(law, { seed: 20270103, numRuns: 200 })
  })

  test('a change names the part, the object and only the fields that differ', () => {
    const a = { ...empty, goals: [{ ...GOAL, name: '销售额', target: 100 }] }
    const b = { ...empty, goals: [{ ...GOAL, name: '销售额', target: 120, locked: true }] }
    expect(comparePlans(a, b)).toEqual([
      {
        part: 'goals',
        list: 'goals',
        id: 'g',
        name: '销售额',
        kind: 'changed',
        fields: [
          { field: 'target', before: 100, after: 120 },
          { field: 'locked', before: false, after: true },
        ],
      },
    ])
  })

  test('one changed chapter is one changed field', () => {
    const b = { ...empty, texts: { ...empty.texts, market: '下沉市场增长' } }
    expect(comparePlans(empty, b)).toMatchObject([
      { part: 'header', fields: [{ field: 'texts.market', before: '', after: '下沉市场增长' }] },
    ])
  })

  test('a list in another order is a change of its order and of nothing else', () => {
    const [one, two] = [
      { ...GOAL, id: '1' },
      { ...GOAL, id: '2' },
    ]
    const changes = comparePlans({ ...empty, goals: [one, two] }, { ...empty, goals: [two, one] })
    expect(changes).toMatchObject([{ id: '', fields: [{ field: 'order', before: ['1', '2'], after: ['2', '1'] }] }])
  })
})
