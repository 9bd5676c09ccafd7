import { PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { describe, expect, test } from 'vitest'
import {
  type ContingencyPlan,
  FAULT_KINDS,
  fillTemplate,
  findShippedPlan,
  PLAN_LIBRARY,
  planFaults,
  planPolicy,
} from '../src/index.ts'

const PLAYBOOKS = new Set(PLAYBOOK_LIBRARY.map(({ id }) => id))
const shipped = (id: string): ContingencyPlan => {
  const plan = findShippedPlan(id)
  if (!plan) throw new Error(`no plan ${id}`)
  return plan
}
const fieldsOf = (plan: ContingencyPlan): string[] => planFaults(plan, PLAYBOOKS).map(({ field }) => field)

describe('the plan library', () => {
  test('[P15.01] every shipped plan has a trigger, an owner, timed steps, resources, messages, a page and an end', () => {
    expect(PLAN_LIBRARY).toHaveLength(12)
    for (const plan of PLAN_LIBRARY) expect([plan.id, fieldsOf(plan)]).toEqual([plan.id, []])
  })

  test('[P15.01] a plan without a trigger metric is refused', () => {
    const [fault] = planFaults({ ...shipped('traffic-drop'), trigger: null }, PLAYBOOKS)
    expect(fault).toMatchObject({ field: 'trigger', zh: expect.stringContaining('触发指标') })
  })

  const CRISIS = shipped('opinion-crisis')
  test.each<[string, Partial<ContingencyPlan>, string]>([
    ['no owner', { owner: ' ' }, 'owner'],
    ['no steps', { steps: [] }, 'steps'],
    ['a step without a limit', { steps: CRISIS.steps.map((s) => ({ ...s, limitMinutes: 0 })) }, 'steps.0.limitMinutes'],
    ['a step that waits for none', { steps: CRISIS.steps.map((s) => ({ ...s, after: 'x' })) }, 'steps.0.after'],
    ['no message', { messages: [] }, 'messages'],
    ['no emergency page', { page: { titleZh: '', bodyZh: '' } }, 'page'],
    ['no end', { stopAfterMinutes: 0 }, 'stopAfterMinutes'],
    ['a playbook that is not there', { playbooks: ['none'] }, 'playbooks'],
  ])('[P15.01] refused: %s', (_, change, field) => {
    expect(fieldsOf({ ...CRISIS, ...change })).toContain(field)
  })

  test('[P15.05] a carrier plan with one carrier, and one without 20 % on top, are refused', () => {
    const plan = shipped('carrier-failure')
    const one = plan.resources.filter(({ zh }) => zh !== '第二物流商')
    expect(planFaults({ ...plan, resources: one }, PLAYBOOKS)[0]?.zh).toBe('物流商至少 2，现在 1：先补足再采用')
    const thin = plan.resources.map((r) => (r.kind === 'safetyStock' ? { ...r, amount: 0.1 } : r))
    expect(fieldsOf({ ...plan, resources: thin })).toEqual(['resources'])
  })

  test('every plan can be rehearsed with a fault of its own', () => {
    expect(new Set(FAULT_KINDS.map(({ plan }) => plan))).toEqual(new Set(PLAN_LIBRARY.map(({ id }) => id)))
  })

  test('[P15.04] the clocks of the crisis plan are 15 minutes, 2 hours and 24 hours', () => {
    const targets = Object.fromEntries(planPolicy(CRISIS).steps.map(({ id, targetMs }) => [id, targetMs / 60_000]))
    expect(targets).toMatchObject({ start: 15, statement: 120, closure: 1440 })
  })
})

describe('messages', () => {
  test.each([
    ['all filled', '{商品}可换{替代商品}', { 商品: '面霜', 替代商品: '乳液' }, '面霜可换乳液', []],
    ['a hole is named and left', '{商品}补偿{补偿}', { 商品: '面霜' }, '面霜补偿{补偿}', ['补偿']],
    ['blank is a hole', '{补偿}', { 补偿: ' ' }, ' ', ['补偿']],
  ])('%s', (_, text, values, written, missing) => {
    expect(fillTemplate(text, values)).toEqual({ text: written, missing })
  })

  test('[P15.01] a placeholder that nobody can fill is refused, and so is an open brace', () => {
    const plan = shipped('stock-out')
    const withText = (zh: string) => ({ ...plan, messages: [{ id: 'm', to: { zh: '买家', en: 'buyers' }, zh }] })
    expect(fieldsOf(withText('您好{昵称}'))).toEqual(['messages.0'])
    expect(fieldsOf(withText('您好{商品'))).toEqual(['messages.0'])
  })
})
