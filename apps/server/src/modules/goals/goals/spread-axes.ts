import type { Store } from '@zhanggui/contract'
import { cellScope, type Goal, type GoalMetric, type SpreadAxis, type SpreadValue } from '@zhanggui/goals'
import { PERIOD_GRAINS, type PeriodGrain, periodDays, periodGrain } from '@zhanggui/kernel'
import { isDimensionId } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { GoalsFailure } from './goals-failure.ts'
import { lastYear } from './last-year.ts'

/** Parts of one split; more are no plan that anybody works with. */
const MAX_PARTS = 1000

const refuse = (zh: string, en: string): never => {
  throw new GoalsFailure('goal_not_spreadable', { zh, en })
}

const isGrain = (text: string): text is PeriodGrain => (PERIOD_GRAINS as readonly string[]).includes(text)

const GRAIN_ZH: Readonly<Record<PeriodGrain, string>> = { year: '年', quarter: '季度', month: '月', day: '日' }

function periodAxis(grain: PeriodGrain, coarser: PeriodGrain): SpreadAxis {
  if (PERIOD_GRAINS.indexOf(grain) > PERIOD_GRAINS.indexOf(coarser)) return { axis: 'period', grain }
  return refuse(
    `已经是${GRAIN_ZH[coarser]}目标，不能再按${GRAIN_ZH[grain]}分解；请选更细的期间。`,
    `A goal by ${coarser} cannot be split by ${grain}; choose a finer period.`,
  )
}

type ValueAxis = { axis: string; values: readonly SpreadValue[] }

/** The values that sold something last year, the largest first; what is not named is a value too (empty). */
async function valueAxis(context: Context, store: Store, goal: Goal, dimension: string): Promise<ValueAxis> {
  const filters = Object.entries(cellScope(goal)).map(([d, value]) => ({
    dimension: d,
    op: 'in' as const,
    values: [value],
  }))
  const { rows, labels } = await runQuery(context, store, {
    metrics: [goal.metric],
    by: [dimension],
    ...periodDays(lastYear(goal.period)),
    filters,
    order: { by: goal.metric, direction: 'desc' },
    limit: MAX_PARTS + 1,
  })
  const sold = rows.filter((r) => typeof r[goal.metric] === 'number' && (r[goal.metric] as number) > 0)
  if (sold.every((r) => r[dimension] === ''))
    refuse(
      `去年没有“${dimension}”的数据，不知道该分给谁；请先导入去年的数据，或自己添加下级目标。`,
      `Nothing is known of ${dimension} last year, so there is nobody to give it to; import last year’s data or add the parts yourself.`,
    )
  if (sold.length > MAX_PARTS)
    refuse(
      `“${dimension}”有超过 ${MAX_PARTS} 个取值；请先按类目等更粗的维度分解，再逐个往下分。`,
      `There are more than ${MAX_PARTS} values of ${dimension}; split by something coarser first.`,
    )
  const named = labels?.[dimension] ?? {}
  return {
    axis: dimension,
    values: sold.map((r) => {
      const value = String(r[dimension] ?? '')
      return { value, name: named[value] ?? (value === '' ? '未知' : value) }
    }),
  }
}

/** Dimensions of goods: a SKU lies in one item, an item in a category and a brand. */
const GOODS: readonly string[] = ['category', 'brand', 'item', 'sku']

/** Values with where they were sold by the earlier steps on goods, so that no SKU becomes a part of another's category. */
async function placedWithin(
  context: Context,
  store: Store,
  goal: Goal,
  { axis, before }: { axis: ValueAxis; before: readonly SpreadAxis[] },
): Promise<SpreadAxis> {
  const outer = before.map((step) => step.axis).filter((name) => GOODS.includes(name))
  if (!GOODS.includes(axis.axis) || outer.length === 0) return axis
  const within = await Promise.all(
    outer.map(async (name) => {
      const question = {
        metrics: [goal.metric],
        by: [name, axis.axis],
        ...periodDays(lastYear(goal.period)),
        limit: 100_000,
      }
      const { rows } = await runQuery(context, store, question)
      const sold = rows.filter((row) => typeof row[goal.metric] === 'number' && (row[goal.metric] as number) > 0)
      return [name, Map.groupBy(sold, (row) => String(row[axis.axis] ?? ''))] as const
    }),
  )
  const placesOf = (value: string): Record<string, string[]> =>
    Object.fromEntries(
      within.map(([name, places]) => [name, (places.get(value) ?? []).map((row) => String(row[name] ?? ''))]),
    )
  return { axis: axis.axis, values: axis.values.map((value) => ({ ...value, within: placesOf(value.value) })) }
}

/**
 * The steps of a split from their names, in order: `quarter`, `month`, `day`, or dimensions of the metric.
 * Errors: `goal_not_spreadable` with what to do instead.
 */
export async function spreadAxes(
  context: Context,
  store: Store,
  { goal, metric, by }: { goal: Goal; metric: GoalMetric; by: readonly string[] },
): Promise<SpreadAxis[]> {
  const axes: SpreadAxis[] = []
  let grain = periodGrain(goal.period)
  for (const name of by) {
    if (isGrain(name)) {
      axes.push(periodAxis(name, grain))
      grain = name
    } else if (isDimensionId(name) && metric.dimensions.includes(name))
      axes.push(
        await placedWithin(context, store, goal, { axis: await valueAxis(context, store, goal, name), before: axes }),
      )
    else
      refuse(
        `“${metric.nameZh}”不能按“${name}”拆分；可用：quarter、month、day、${metric.dimensions.join('、')}。`,
        `"${metric.nameEn}" has no ${name}; there are quarter, month, day, ${metric.dimensions.join(', ')}.`,
      )
  }
  return axes
}
