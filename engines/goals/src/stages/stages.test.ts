import { describe, expect, it } from 'vitest'
import { goal } from '../../test/support/sample-goals.ts'
import type { Stage } from '../goal.ts'
import { milestone } from './milestone.ts'
import { type Criterion, stageGates } from './stage-gates.ts'

const stage = (id: string, fromDay: string, toDay: string, value: number): Stage => ({
  id,
  name: id,
  fromDay,
  toDay,
  criteria: [
    { metric: 'paid', op: 'atLeast', value, scope: {} },
    { metric: 'refundRate', op: 'atMost', value: 0.1, scope: {} },
  ],
})
const roadmap = [
  stage('operation', '2027-01-01', '2027-07-01', 100),
  stage('industry', '2027-07-01', '2028-01-01', 500),
  stage('brand', '2028-01-01', '2029-01-01', 900),
]
const contract = { fromDay: '2027-01-01', toDay: '2029-01-01' }
const figures =
  (paid: number | null, refundRate: number) =>
  (c: Criterion): number | null =>
    c.metric === 'paid' ? paid : refundRate

describe('the stages of a roadmap', () => {
  it.each<[string, number | null, number, string[]]>([
    ['every criterion of the first is met', 100, 0.1, ['open', 'waiting', 'waiting']],
    ['one criterion is missed', 100, 0.11, ['waiting', 'waiting', 'waiting']],
    ['a figure is not known', null, 0.05, ['waiting', 'waiting', 'waiting']],
    ['all are met', 900, 0.05, ['open', 'open', 'open']],
  ])('[P2.15] a gate opens only on met criteria: %s', (_, paid, refundRate, states) => {
    expect(stageGates(roadmap, figures(paid, refundRate), contract).map((s) => s.state)).toEqual(states)
  })

  it('[P2.15] a gate whose criteria are met waits for the gate before it', () => {
    const states = stageGates(roadmap, (c, s) => (s.id === 'operation' ? 0 : figures(999, 0)(c)), contract)
    expect(states.map((s) => s.state)).toEqual(['waiting', 'blocked', 'blocked'])
  })

  it('[P2.15] dates lie within the contract, in order, without overlap; a gate needs criteria', () => {
    const late = { ...stage('late', '2028-12-01', '2029-06-01', 1), criteria: [] }
    const wrong = stageGates(
      [...roadmap, late, { ...stage('x', '2027-02-01', '2027-02-01', 1) }],
      figures(0, 0),
      contract,
    )
    expect(wrong.map((s) => [s.stage, s.problems])).toEqual([
      ['operation', []],
      ['x', ['ends_before_start', 'overlaps_previous']],
      ['industry', []],
      ['brand', []],
      ['late', ['outside_contract', 'overlaps_previous', 'no_criteria']],
    ])
  })
})

describe('a milestone on the way', () => {
  const year = goal('year', { target: 200_000_000 })
  const asked = { id: 'm', name: '旺季冲刺 80 %', shareBp: 8000, fromDay: '2027-01-01' }

  it('[P2.14] 80 % without saying of what and by when is asked, not guessed', () => {
    expect(milestone({ ...asked, of: null, byDay: null })).toEqual({ ok: false, error: ['of', 'byDay'] })
    expect(milestone({ ...asked, of: year, byDay: null })).toEqual({ ok: false, error: ['byDay'] })
  })

  it('[P2.14] 80 % of the yearly 2,000,000 by the end of the peak-season push is a gate at 1,600,000', () => {
    const made = milestone({ ...asked, of: year, byDay: '2027-11-12' })
    const stages = made.ok ? [made.value] : []
    const check = (paid: number) => stageGates(stages, () => paid, null)[0]?.state
    expect([check(159_999_999), check(160_000_000)]).toEqual(['waiting', 'open'])
  })
})
