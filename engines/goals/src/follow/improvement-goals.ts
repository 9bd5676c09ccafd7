import { parsePeriod, periodsWithin } from '@zhanggui/kernel'
import type { Goal } from '../goal.ts'
import { goalId } from '../spread/goal-id.ts'
import { goalKey } from '../tree/cell.ts'

/** The operating targets of an improvement plan (P2.16). Ratios as fractions, the uplift in basis points of last year's rate. */
export type ImprovementTargets = {
  cvrUpliftBp: number
  personalisedShare: number
  liveSessionsPerMonth: number
  stockCoverDaysMax: number
  stockOutRateMax: number
}

/** Figures that the requirement names, the lower end where it names a range. Source: D1, row P2.16. */
export const IMPROVEMENT_TARGETS: ImprovementTargets = {
  cvrUpliftBp: 1500,
  personalisedShare: 0.8,
  liveSessionsPerMonth: 50,
  stockCoverDaysMax: 30,
  stockOutRateMax: 0.05,
}

/** Metrics of the catalogue that the goals are computed with: events, order lines and stock, never entered by hand. */
export const IMPROVEMENT_METRICS = ['cvr', 'recommendShare', 'liveSessions', 'stockCoverDays', 'stockOutRate'] as const

/** A rate is a fraction of six decimals, so that a grown one reads as a figure. */
const grown = (rate: number, bp: number): number => Math.round(rate * (10_000 + bp) * 100) / 1e6

type Facts = Partial<Pick<Goal, 'target' | 'direction' | 'parentId' | 'axis'>>

/**
 * The operating targets as goals of a year, to be filled with last year's baselines: conversion above its baseline, personalised
 * entries, live sessions by month, turnover and stock-out. Cells that are goals already are left as they are.
 * Shape: the new goals only. Conversion has no target while its baseline is not known.
 */
export function improvementGoals(given: {
  year: number
  goals: readonly Goal[]
  /** A goal with nothing said yet, on a metric over the whole shop. */
  blank: (metric: string) => Goal
  /** Last year's conversion; null when it is not known. */
  cvrBaseline: number | null
  targets: ImprovementTargets
}): Goal[] {
  const { goals, blank, cvrBaseline, targets, year } = given
  const known = new Set(goals.map(goalKey))
  const taken = new Set(goals.map((g) => g.id))
  const make = (metric: string, period: string, facts: Facts): Goal => {
    const id = goalId(metric, period, {}, taken)
    taken.add(id)
    return { ...blank(metric), ...facts, id, period: parsePeriod(period) }
  }
  const months = periodsWithin(parsePeriod(String(year)), 'month')
  const yearly = String(year)
  const live = make('liveSessions', yearly, { target: targets.liveSessionsPerMonth * months.length })
  const made = [
    make('cvr', yearly, { target: cvrBaseline === null ? null : grown(cvrBaseline, targets.cvrUpliftBp) }),
    make('recommendShare', yearly, { target: targets.personalisedShare }),
    live,
    ...months.map((month) =>
      make('liveSessions', month, { target: targets.liveSessionsPerMonth, parentId: live.id, axis: 'period' }),
    ),
    make('stockCoverDays', yearly, { target: targets.stockCoverDaysMax, direction: 'atMost' }),
    make('stockOutRate', yearly, { target: targets.stockOutRateMax, direction: 'atMost' }),
  ]
  return made.filter((g) => !known.has(goalKey(g)))
}
