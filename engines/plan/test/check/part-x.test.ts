import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import {
  checkPlan,
  deriveTable,
  emptyPlan,
  type Finding,
  mergeTable,
  type Plan,
  type PlanFacts,
  readTable,
  withParts,
} from '../../src/index.ts'
import { readPlanFile } from './read-plan-file.ts'
import { shopFacts } from './shop-facts.ts'

const facts: PlanFacts = { ...shopFacts(), observed: [], contract: null, dossier: null, assumptions: [] }

/** A yearly table as its import would store it. */
function planOfTable(name: string): Plan {
  const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
  const rows: string[][] = parse(text, { relax_column_count: true })
  const year = 2027
  const read = readTable({ file: name, sheet: null, rows, merges: [] }, { year })
  if (!read) throw new Error(`${name} holds no yearly table`)
  const world = { year, tools: facts.tools ?? [], platform: facts.platform, day: facts.today }
  const empty = emptyPlan({ id: 'table', year, name, currency: 'CNY' })
  return withParts(empty, mergeTable(empty, read.rows, deriveTable(read.rows, world)).bodies)
}

const rowsOf = (findings: readonly Finding[]): Set<string> => new Set(findings.flatMap(({ rows }) => rows))
const of = (findings: readonly Finding[], rule: string): Finding[] => findings.filter((f) => f.rule === rule)

describe('[P16.15] plans that show the patterns of Part X give every finding that concerns them', () => {
  test('a month table: blank targets, six cells with bought orders, a figure without scope, old names of tools', () => {
    const findings = checkPlan(planOfTable('month-table.csv'), facts)
    const bought = of(findings, 'bought-orders')
    expect(bought.map(({ at, source }) => [at.field, source?.row])).toEqual([
      ['dailyPromotion', 3],
      ['merchantCooperation', 3],
      ['dailyPromotion', 4],
      ['merchantCooperation', 4],
      ['dailyPromotion', 5],
      ['merchantCooperation', 5],
    ])
    expect(of(findings, 'month-targets-blank')[0]?.figures).toMatchObject({ total: '¥2,000,000.00' })
    expect(of(findings, 'percentage-without-base').map((f) => f.figures.quote)).toContain('旺季大促结束完成80%')
    expect(of(findings, 'stage-base-missing')).toHaveLength(1)
    expect(of(findings, 'base-sales-while-paused')).toHaveLength(1)
    expect(of(findings, 'tool-outdated').map((f) => f.figures.tool)).toEqual(
      expect.arrayContaining(['淘抢购', 'QQ群', '钻展', '超级推荐']),
    )
    for (const row of ['X05', 'X09', 'X16', 'P13.03', 'P2.14', 'P4.06', 'P4.16'])
      expect(rowsOf(findings)).toContain(row)
  })

  test('an annual promotion plan: a missing tenth, 618 under Q3, placeholders, four growth rates, quarters without a base', () => {
    const findings = checkPlan(readPlanFile('annual-promotion-plan'), facts)
    expect(of(findings, 'budget-unassigned').map((f) => f.figures.residualBp)).toContain(1000)
    expect(of(findings, 'event-quarter-misplaced')[0]?.figures).toMatchObject({
      declared: '2027-Q3',
      corrected: '2027-Q2',
      mainDay: '2027-06-18',
    })
    expect(of(findings, 'driver-overdetermined')[0]?.figures).toMatchObject({
      statedBp: 3000,
      impliedBp: 3750,
      slackBp: -545,
    })
    expect(of(findings, 'goal-unset').map(({ at }) => at.id)).toEqual(['newcomers', 'mau', 'exposure'])
    expect(of(findings, 'placeholder').map(({ at }) => at.field)).toEqual(['goals'])
    expect(of(findings, 'share-base-missing')).toHaveLength(1)
    expect(of(findings, 'goal-denominators-differ')).toHaveLength(1)
    expect(of(findings, 'giveaway-not-simulated')[0]?.figures).toMatchObject({ feeRatioMaxBp: 1800, roiMinMilli: 3000 })
    // 15 minutes, 2 hours and 24 hours are steps of one ladder, not rivals (X12).
    expect(of(findings, 'response-clocks-differ')).toEqual([])
    for (const row of ['X01', 'X03', 'X04', 'X05', 'X06', 'X07', 'X08', 'X16', 'X23'])
      expect(rowsOf(findings)).toContain(row)
  })

  test('a campaign plan: 130 % on one level, 60 % before the burst, weak tiers, phases told twice, a crawler, zero downtime', () => {
    const findings = checkPlan(readPlanFile('campaign-plan'), facts)
    const shares = of(findings, 'shares-ambiguous')[0]
    expect(shares?.figures).toMatchObject({ sumBp: 13_000 })
    expect(shares?.figures.readings).toBeGreaterThanOrEqual(2)
    expect(of(findings, 'burst-remainder-small')[0]?.figures).toMatchObject({
      preBurstShareBp: 6000,
      leftBp: 4000,
      minBp: 5000,
    })
    expect(of(findings, 'tier-rate-falls')[0]?.figures).toMatchObject({ higherRateBp: 500, lowerRateBp: 1667 })
    expect(of(findings, 'stacked-discount-deep')[0]?.figures).toMatchObject({ payCents: 16_000, offBp: 4667 })
    expect(of(findings, 'phase-given-twice')).toHaveLength(1)
    expect(of(findings, 'phases-overlap')).toHaveLength(1)
    expect(of(findings, 'scraping')).toHaveLength(1)
    expect(of(findings, 'clock-measure-mixed')).toHaveLength(1)
    expect(of(findings, 'capacity-out-of-scale')[0]?.figures).toMatchObject({ perSecond: 500_000, seconds: 4 })
    expect(of(findings, 'sleeping-definitions-differ')[0]?.figures).toMatchObject({ firstDays: 90, secondDays: 30 })
    for (const row of ['X02', 'X10', 'X11', 'X12', 'X17', 'X18', 'X19', 'X21']) expect(rowsOf(findings)).toContain(row)
  })
})
