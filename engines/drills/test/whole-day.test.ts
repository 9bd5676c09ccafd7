import { parseDay } from '@zhanggui/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DrillReport, FAULT_KINDS, type FaultReport, PLAN_LIBRARY, runDrill } from '../src/index.ts'

const DAY = parseDay('2026-11-11')

let report: DrillReport
beforeAll(() => {
  report = runDrill({ seed: '2', day: DAY, scale: 5, plans: PLAN_LIBRARY })
}, 60_000)

function drillOf(plan: string): FaultReport {
  const found = report.faults.find((fault) => fault.plan === plan)
  if (!found) throw new Error(`no drill of ${plan}`)
  return found
}

describe('a whole 双11 with a fault in every area', () => {
  test('[P15.12] one run reports times against goals, every clock and the losses with and without the plans', () => {
    expect(report.faults.map(({ kind }) => kind).toSorted()).toEqual(FAULT_KINDS.map(({ kind }) => kind).toSorted())
    for (const { plan, clocks, goals, times } of report.faults) {
      expect(clocks.length, plan).toBeGreaterThan(0)
      expect(goals.detectMinutes, plan).toBeGreaterThan(0)
      expect(times.detect, plan).not.toBeNull()
    }
    expect(report.course).toHaveLength(288)
    const { calm, without, withPlans } = report.paidCents
    expect(without).toBeLessThan(withPlans)
    expect(withPlans).toBeLessThan(calm)
    expect(report.passed).toBe(true)
  })

  test('[P15.12] no plan makes a day worse than nobody answering', () => {
    for (const { plan, loss, lossWithout } of report.faults)
      expect(loss.totalCents, plan).toBeLessThanOrEqual(lossWithout.totalCents)
  })

  test('[P15.02] traffic drops, backup channels and fission open by the playbook, and the share won back is reported', () => {
    const { runs, times, goals, notes, passed } = drillOf('traffic-drop')
    expect(runs[0]).toMatchObject({ playbook: 'traffic-drop', changes: 3 })
    expect(times.restore).toBeLessThanOrEqual(goals.restoreMinutes)
    expect(notes.visitsWon).toBeGreaterThan(0.4 * (notes.visitsLost ?? 0))
    expect(passed).toBe(true)
  })

  test('[P15.04] an opinion crisis is answered within 15 minutes, 2 hours and 24 hours, and everybody is told', () => {
    const { clocks, affected, told, lossWithout, loss } = drillOf('opinion-crisis')
    const ladder = clocks.slice(-3)
    expect(ladder.map(({ step }) => step)).toEqual(['start', 'statement', 'closure'])
    expect(clocks.filter(({ late }) => late)).toEqual([])
    for (const { doneAt, dueAt } of ladder) expect(doneAt).toBeLessThanOrEqual(dueAt ?? 0)
    expect(told).toBe(affected)
    expect(loss.totalCents).toBeLessThan(0.5 * lossWithout.totalCents)
  })

  test('[P15.05] a carrier stops: the second one takes over and no parcel is late', () => {
    const { runs, notes, told, affected, passed } = drillOf('carrier-failure')
    expect(runs.map(({ playbook, changes }) => ({ playbook, changes }))).toEqual([
      { playbook: 'carrier-switch', changes: 2 },
    ])
    expect(notes).toMatchObject({ late: 0, promiseKeptBp: 10_000 })
    expect([told, passed]).toEqual([affected, true])
  })

  test('[P15.05] a delivery fails: the alternative supplier brings what is missing before it is lost', () => {
    const { notes, loss, lossWithout, passed } = drillOf('supplier-failure')
    expect(notes.unitsBrought).toBe(notes.unitsMissing)
    expect(notes.safetyUnits).toBe(Math.round((notes.unitsMissing ?? 0) * 0.2))
    expect(lossWithout.totalCents).toBeGreaterThan(loss.totalCents)
    expect(passed).toBe(true)
  })

  test('[P15.06] a price war is answered by at most 5 %, above the floor, with reserve after two people agreed', () => {
    const { runs, notes } = drillOf('price-war')
    expect(notes.largestCutBp).toBeLessThanOrEqual(500)
    expect(notes.belowFloor).toBe(0)
    expect(notes.reserveReleasedCents).toBeGreaterThan(0)
    expect(runs.map(({ playbook, people }) => [playbook, people])).toEqual([
      ['price-war', 2],
      ['reserve-release', 2],
    ])
  })

  test('[P15.07] site, attack and payment are answered on the fake clock within their goals', () => {
    for (const plan of ['site-loss', 'attack', 'payment-outage'])
      expect([plan, drillOf(plan).passed]).toEqual([plan, true])
    expect(drillOf('payment-outage').runs[0]).toMatchObject({ playbook: 'payment-switch', changes: 2 })
    expect(drillOf('attack').notes.buyersPassBp).toBeGreaterThanOrEqual(9_500)
  })

  test('[P15.08] stock and gifts run short: no slot shows what is sold out, everybody affected is told', () => {
    const stock = drillOf('stock-out')
    expect(stock.notes.slotsSoldOut).toBe(0)
    expect(stock.runs[0]?.playbook).toBe('sold-out-swap')
    for (const { affected, told } of [stock, drillOf('gift-shortage')])
      expect([affected > 0, told]).toEqual([true, affected])
  })

  test('[P5.14] the warning comes before the shelf is empty by the set lead', () => {
    expect(drillOf('stock-out').notes.warnedMinutesBefore).toBeGreaterThanOrEqual(60)
  })

  test('[P15.09] a cancelled broadcast: every slot but the first is refilled within 30 minutes, the audience is told', () => {
    const { notes, affected, told } = drillOf('creator-failure')
    expect(notes.refilledAfterMinutes).toBeLessThanOrEqual(30)
    expect(notes.slotsMissed).toBe(1)
    expect(told).toBe(affected)
  })
})
