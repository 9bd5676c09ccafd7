import { addDays, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { goal } from '../../test/support/sample-goals.ts'
import type { Goal } from '../goal.ts'
import { type Award, awardTasks } from './award-tasks.ts'
import { baseGrowth, type SalesDay } from './base-growth.ts'
import { IMPROVEMENT_METRICS, IMPROVEMENT_TARGETS, improvementGoals } from './improvement-goals.ts'
import { judgeRepurchase } from './repurchase-check.ts'
import { unlinkedGoals } from './unlinked-goals.ts'

/** Ordinary days sell `base`, less by 1 % a month; promotion days ten times as much. */
function year(promo: (day: string) => boolean): SalesDay[] {
  const first = parseDay('2026-01-01')
  return Array.from({ length: 365 }, (_, i) => {
    const day = addDays(first, i)
    const base = 1000 * 0.99 ** Number(day.slice(5, 7))
    const weekday = ((i + 3) % 7) + 1
    return { day, value: promo(day) ? base * 10 : base * (weekday > 5 ? 1.3 : 1), promo: promo(day), weekday }
  })
}

describe('daily stability', () => {
  it('[P2.18] a promotion spike does not mask a falling base', () => {
    const spike = (day: string): boolean => day.startsWith('2026-11') && Number(day.slice(8)) <= 11
    const months = baseGrowth(year(spike))
    expect(months).toHaveLength(12)
    const november = months[10]
    expect(november?.growth).toBeCloseTo(-0.01, 9)
    expect(november?.falling).toBe(true)
    const naive = year(spike)
      .filter((d) => d.day.startsWith('2026-11'))
      .reduce((s, d) => s + d.value, 0)
    const october = year(spike)
      .filter((d) => d.day.startsWith('2026-10'))
      .reduce((s, d) => s + d.value, 0)
    expect(naive, 'the month as a whole grew').toBeGreaterThan(2 * october)
  })

  it('a month with five weekends is not another month', () => {
    for (const { growth } of baseGrowth(year(() => false)).slice(1)) expect(growth).toBeCloseTo(-0.01, 9)
  })

  it('a month of nothing but promotion has no base, nor has the growth after it', () => {
    const months = baseGrowth(year((day) => day.startsWith('2026-06')))
    expect([months[5]?.base, months[5]?.growth, months[6]?.growth]).toEqual([null, null, null])
  })
})

describe('goals with reasons and deadlines', () => {
  it('[P2.17] a goal of next year without a link to this year’s diagnosis is flagged', () => {
    const goals = [
      goal('gmv', { diagnosis: '搜索依赖 52 %' }),
      goal('repurchase', { diagnosis: '  ' }),
      goal('merchants'),
      goal('part', { parentId: 'gmv' }),
    ]
    expect(unlinkedGoals(goals).map((g) => g.id)).toEqual(['repurchase', 'merchants'])
  })

  it('[P2.21] award deadlines raise tasks, nearest first; what is applied for raises none', () => {
    const award = (id: string, applyByDay: string, status: Award['status'] = 'planned'): Award => ({
      id,
      name: id,
      organiser: '中国消费者协会',
      applyByDay,
      status,
      owner: null,
    })
    const tasks = awardTasks(
      [
        award('行业创新奖', '2027-09-30'),
        award('消费者信赖品牌', '2027-03-15'),
        award('旧奖', '2027-01-01'),
        award('已申报', '2027-03-01', 'applied'),
      ],
      { today: '2027-02-20', leadEnd: '2027-03-22' },
    )
    expect(tasks.map((t) => [t.awardId, t.dueDay, t.urgency])).toEqual([
      ['旧奖', '2027-01-01', 'late'],
      ['消费者信赖品牌', '2027-03-15', 'due'],
      ['行业创新奖', '2027-09-30', 'later'],
    ])
  })
})

describe('operating targets of an improvement plan', () => {
  const ask = (goals: readonly Goal[], cvrBaseline: number | null) =>
    improvementGoals({
      year: 2027,
      goals,
      blank: (metric) => goal('blank', { metric }),
      cvrBaseline,
      targets: IMPROVEMENT_TARGETS,
    })

  it('[P2.16] conversion above its baseline, entries, live sessions by month, turnover and stock-out, all on metrics of the data', () => {
    const made = ask([], 0.0304)
    expect(new Set(made.map((g) => g.metric))).toEqual(new Set(IMPROVEMENT_METRICS))
    expect(made.every((g) => g.source === 'data')).toBe(true)
    const at = (metric: string) => made.find((g) => g.metric === metric && g.period === '2027')
    expect(at('cvr')?.target).toBe(0.03496)
    expect(at('recommendShare')).toMatchObject({ target: 0.8, direction: 'atLeast' })
    expect(at('stockCoverDays')).toMatchObject({ target: 30, direction: 'atMost' })
    expect(at('stockOutRate')).toMatchObject({ target: 0.05, direction: 'atMost' })
    const months = made.filter((g) => g.metric === 'liveSessions' && g.parentId !== null)
    expect([at('liveSessions')?.target, months.length]).toEqual([600, 12])
    expect(months.every((g) => g.target === 50 && g.parentId === at('liveSessions')?.id)).toBe(true)
  })

  it('without last year’s conversion its target stays open; what is a goal already is not made again', () => {
    expect(ask([], null).find((g) => g.metric === 'cvr')?.target).toBeNull()
    expect(ask(ask([], 0.03), 0.03)).toEqual([])
  })
})

describe('repurchase of members', () => {
  const rate = (now: number | null, before: number | null = null) => ({ rate: now, rateBefore: before })

  it('[P2.19] members must be above non-members, loyal members too; equal is not above', () => {
    const member = rate(0.3, 0.28)
    expect(judgeRepurchase({ member, loyal: rate(0.4), nonMember: rate(0.3) })).toEqual({
      memberChange: 0.3 - 0.28,
      memberAboveNonMember: false,
      loyalAboveNonMember: true,
    })
  })

  it('nothing is said of groups that nobody is in', () => {
    expect(judgeRepurchase({ member: rate(null), loyal: rate(null), nonMember: rate(0.2) })).toEqual({
      memberChange: null,
      memberAboveNonMember: null,
      loyalAboveNonMember: null,
    })
  })
})
