import type { SpreadGoals, Store } from '@zhanggui/contract'
import { cellKey, cellScope, type Goal, type GoalScope, type SpreadAxis, type Weigh } from '@zhanggui/goals'
import { daysBetween, type Period, parsePeriod, periodDays, periodGrain, periodsWithin } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { lastYear } from './last-year.ts'
import { type Cell, type Figures, readFigures } from './read-figures.ts'
import { readSeason, type Season } from './season-weights.ts'

export type Weights = { weigh: Weigh; warnings: Season['warnings'] }

/** Cells of last year from which the parts' shares are taken: every period and value of the axes, and their wholes. */
function cellsOf(root: Goal, axes: readonly SpreadAxis[]): Cell[] {
  const before = lastYear(root.period)
  let frontier: Cell[] = [{ metric: root.metric, period: before, scope: cellScope(root) }]
  const cells = [...frontier]
  const yearly = [...frontier]
  for (const axis of axes) {
    frontier = frontier.flatMap((cell) =>
      'grain' in axis
        ? periodsWithin(cell.period, axis.grain).map((period) => ({ ...cell, period }))
        : axis.values.map(({ value }) => ({ ...cell, scope: { ...cell.scope, [axis.axis]: value } })),
    )
    cells.push(...frontier)
    if (!('grain' in axis)) {
      const wider = yearly.flatMap((c) =>
        axis.values.map(({ value }) => ({ ...c, scope: { ...c.scope, [axis.axis]: value } })),
      )
      yearly.push(...wider)
    }
  }
  return [...cells, ...yearly]
}

const figureOf = (figures: Figures, metric: string, period: Period, scope: GoalScope): number =>
  Math.max(0, figures.get(cellKey(metric, period, scope)) ?? 0)

/**
 * What share a scope had of the whole in the same period of last year; where the whole sold nothing then, its share of last
 * year as a whole.
 */
function shareOfScope(figures: Figures, root: Goal, { period, scope }: Pick<Goal, 'period' | 'scope'>): number {
  const rootScope = cellScope(root)
  for (const then of [lastYear(period), lastYear(root.period)]) {
    const whole = figureOf(figures, root.metric, then, rootScope)
    if (whole > 0) return figureOf(figures, root.metric, then, scope) / whole
  }
  return 0
}

const daysOf = (period: Period): number => {
  const { from, to } = periodDays(period)
  return daysBetween(from, to)
}

/**
 * How a goal's parts share its target: a period by the course of the year (`season`), by last year's figure (`lastYear`) or
 * by its days (`even`); within a period, a category or other value by its share of the same period last year.
 */
export async function spreadWeights(
  context: Context,
  store: Store,
  { root, axes, shape }: { root: Goal; axes: readonly SpreadAxis[]; shape: NonNullable<SpreadGoals['shape']> },
): Promise<Weights> {
  const year = Number(root.period.slice(0, 4))
  const until = periodDays(parsePeriod(String(year - 1))).to
  const figures = await readFigures(context, store, cellsOf(root, axes), { until })
  const season =
    shape === 'season' ? await readSeason(context, store, { metric: root.metric, scope: cellScope(root), year }) : null
  const rootScope = cellScope(root)
  const ofPeriod = (period: Period): number => {
    if (season) return season.share(period)
    return shape === 'even' ? daysOf(period) : figureOf(figures, root.metric, lastYear(period), rootScope)
  }
  const weigh: Weigh = (goal) => {
    const scope = cellScope(goal)
    const own = Object.keys(scope).length > Object.keys(rootScope).length
    const periodWeight = periodGrain(goal.period) === periodGrain(root.period) ? 1 : ofPeriod(goal.period)
    return own ? periodWeight * shareOfScope(figures, root, { period: goal.period, scope }) : periodWeight
  }
  return { weigh, warnings: season?.warnings ?? [] }
}
