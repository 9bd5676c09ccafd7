import { parseDay } from '@zhanggui/kernel'
import { PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { describe, expect, test } from 'vitest'
import { type DrillOptions, findShippedPlan, gainOfPlaybook, runDrill, scorePlan } from '../src/index.ts'

const DAY = parseDay('2026-11-11')
const small = (plan: string, more: Partial<DrillOptions> = {}) => {
  const found = findShippedPlan(plan)
  if (!found) throw new Error(`no plan ${plan}`)
  return runDrill({ seed: '1', day: DAY, scale: 2, plans: [found], ...more })
}

describe('one drill', () => {
  test('[P15.12] [P16.14] the same seed gives the same report, to the fen', () => {
    expect(small('attack')).toEqual(small('attack'))
  })

  test('another seed gives another day', () => {
    expect(small('site-loss', { seed: 'x' }).course).not.toEqual(small('site-loss').course)
  })

  test('a fault that nobody notices scores nothing for time and is the first lesson', () => {
    const plan = findShippedPlan('attack')
    if (!plan?.trigger) throw new Error('the attack plan has a trigger')
    const deaf = { ...plan, trigger: { ...plan.trigger, minSample: 1_000_000 } }
    const [fault] = small('attack', { plans: [deaf] }).faults
    expect(fault).toMatchObject({ detectedAt: null, passed: false, loss: fault?.lossWithout })
    expect(fault?.lessons[0]?.code).toBe('notDetected')
  })

  test('[P15.02] the back-test of one playbook says what it alone would have gained', () => {
    const playbook = PLAYBOOK_LIBRARY.find(({ id }) => id === 'payment-switch')
    if (!playbook) throw new Error('shipped')
    const gain = gainOfPlaybook(playbook, { seeds: ['1', '2'], day: DAY, scale: 3 })
    expect(gain?.days).toHaveLength(2)
    expect(gain?.gainCents).toBeGreaterThan(0)
    expect(gain?.keptShare).toBeGreaterThan(0.3)
  })

  test('a playbook that no fault calls for has no such back-test', () => {
    const playbook = PLAYBOOK_LIBRARY.find(({ id }) => id === 'slow-seller-ladder')
    expect(playbook && gainOfPlaybook(playbook, { seeds: ['1'], day: DAY, scale: 1 })).toBeNull()
  })
})

describe('the score', () => {
  const goals = { detectMinutes: 10, startMinutes: 10, restoreMinutes: 10 }
  test.each([
    ['all in time', { detect: 10, start: 0, restore: 10 }, 1, 1, 100],
    ['twice the time is half the marks', { detect: 20, start: 10, restore: 10 }, 1, 1, 88],
    ['never found', { detect: null, start: null, restore: null }, 0, 0, 0],
    ['nobody told', { detect: 1, start: 1, restore: 1 }, 1, 0, 85],
  ])('[P15.11] %s', (_, times, clocksKept, told, total) => {
    expect(scorePlan({ times, goals, clocks: 1, clocksKept, affected: 1, told }).total).toBe(total)
  })
})
