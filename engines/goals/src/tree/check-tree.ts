import { periodHolds } from '@zhanggui/kernel'
import type { Goal, GoalMetric } from '../goal.ts'
import { addsUpOver, DRIVER_AXIS, isWhole } from './additivity.ts'
import type { GoalTree } from './build-tree.ts'
import { cellScope, goalKey, scopeHolds, scopeKey, withoutDimension } from './cell.ts'
import { checkOverlaps } from './check-overlaps.ts'
import { type TreeFault, treeFault } from './tree-fault.ts'

const nameOf = (goal: Goal): string => goal.name || goal.id

function checkMetric(goal: Goal, metric: GoalMetric | undefined): TreeFault[] {
  if (metric) return []
  return [
    treeFault('unknown_metric', goal.id, {
      zh: `目标“${nameOf(goal)}”的指标“${goal.metric}”不在指标词典里，也不是计划自有的指标；请换一个，或先登记为 own:…。`,
      en: `Goal "${nameOf(goal)}" is set on "${goal.metric}", which no catalogue entry or own measure defines; choose another or register own:….`,
    }),
  ]
}

/** Whether a part differs from its whole on the axis that it names, and on nothing else. */
function onItsAxis(goal: Goal, parent: Goal): boolean {
  const [own, above] = [cellScope(goal), cellScope(parent)]
  if (goal.axis === DRIVER_AXIS) return goal.period === parent.period && scopeKey(own) === scopeKey(above)
  if (goal.axis === 'period') return goal.period !== parent.period && scopeKey(own) === scopeKey(above)
  if (goal.axis === null || !(goal.axis in own)) return false
  return goal.period === parent.period && scopeKey(withoutDimension(own, goal.axis)) === scopeKey(above)
}

function checkPlace(goal: Goal, parent: Goal): TreeFault[] {
  const at = (code: 'outside_period' | 'outside_scope' | 'axis_mismatch', zh: string, en: string): TreeFault[] => [
    treeFault(code, goal.id, { zh, en }, [parent.id]),
  ]
  const [name, above] = [nameOf(goal), nameOf(parent)]
  if (!periodHolds(parent.period, goal.period))
    return at(
      'outside_period',
      `“${name}”的期间 ${goal.period} 不在上级“${above}”的 ${parent.period} 之内；请改期间或换上级。`,
      `"${name}" (${goal.period}) lies outside its parent "${above}" (${parent.period}); change the period or the parent.`,
    )
  if (!scopeHolds(cellScope(parent), cellScope(goal)))
    return at(
      'outside_scope',
      `“${name}”的范围不在上级“${above}”之内；请改范围或换上级。`,
      `"${name}" is set on something outside its parent "${above}"; change the scope or the parent.`,
    )
  if (goal.metric !== parent.metric && goal.axis !== DRIVER_AXIS) return []
  if (onItsAxis(goal, parent)) return []
  return at(
    'axis_mismatch',
    `“${name}”写明按“${goal.axis ?? '（空）'}”从“${above}”拆出，但两者的差别不在这一项；请改拆分方式、期间或范围。`,
    `"${name}" says it is a part of "${above}" by ${goal.axis ?? 'nothing'}, but that is not how they differ; correct the axis, period or scope.`,
  )
}

function checkKin(goal: Goal, parent: Goal, { metrics }: GoalTree): TreeFault[] {
  if (goal.axis === DRIVER_AXIS) return []
  const [own, above] = [metrics.get(goal.metric), metrics.get(parent.metric)]
  if (!own || !above) return []
  if (own.unit !== above.unit)
    return [
      treeFault(
        'unit_mismatch',
        goal.id,
        {
          zh: `“${nameOf(goal)}”（${own.unit}）与上级“${nameOf(parent)}”（${above.unit}）单位不同，不能相加；请改指标，或改为驱动目标。`,
          en: `"${nameOf(goal)}" (${own.unit}) and its parent "${nameOf(parent)}" (${above.unit}) have different units and cannot add up; change the metric, or make it a driver.`,
        },
        [parent.id],
      ),
    ]
  if (goal.metric !== parent.metric || goal.axis === null || addsUpOver(own, goal.axis, cellScope(parent))) return []
  if (own.kind === 'ratio' || own.kind === 'average' || own.kind === 'snapshot') return []
  return [
    treeFault(
      'not_additive',
      goal.id,
      {
        zh: `“${own.nameZh}”是去重指标，按“${goal.axis}”拆开的各部分加起来不等于整体；这些目标只分别考核，不做求和。`,
        en: `"${own.nameEn}" counts distinct things; its parts by ${goal.axis} do not add up to the whole. They are judged one by one and not summed.`,
      },
      [parent.id],
    ),
  ]
}

function checkFigures(goal: Goal, metric: GoalMetric): TreeFault[] {
  const faults: TreeFault[] = []
  const add = (code: 'bounds_crossed' | 'locked_out_of_bounds' | 'not_whole', zh: string, en: string): void => {
    faults.push(treeFault(code, goal.id, { zh: `“${nameOf(goal)}”${zh}`, en: `"${nameOf(goal)}" ${en}` }))
  }
  const { floor, cap, target } = goal
  if (floor !== null && cap !== null && floor > cap)
    add('bounds_crossed', `的下限高于上限；请改其中一个。`, 'has a floor above its cap; change one of them.')
  else if (goal.locked && target !== null && ((floor !== null && target < floor) || (cap !== null && target > cap)))
    add(
      'locked_out_of_bounds',
      `锁定的值不在上下限之内；请解锁或改上下限。`,
      'is locked outside its floor and cap; unlock it or move them.',
    )
  const figures = [target, goal.baseline, floor, cap]
  if (isWhole(metric) && figures.some((v) => v !== null && !Number.isSafeInteger(v)))
    add(
      'not_whole',
      `的数值不是整数（金额以分计）；请改为整数。`,
      'has a figure that is not whole (money is in fen); make it whole.',
    )
  return faults
}

function checkDenominator(goal: Goal, metric: GoalMetric): TreeFault[] {
  if (metric.unit !== 'ratio' || metric.denominator !== null || goal.denominator !== null) return []
  return [
    treeFault('missing_denominator', goal.id, {
      zh: `“${nameOf(goal)}”是占比，但没有写明占什么；请填写分母。`,
      en: `"${nameOf(goal)}" is a share of something unsaid; name its denominator.`,
    }),
  ]
}

/**
 * What is wrong with the goals of a tree that can be built, in the order of the goals.
 * Sums that do not hold are no faults here: see `groupSums`.
 */
export function checkTree(tree: GoalTree): TreeFault[] {
  const single = tree.goals.flatMap((goal) => {
    const metric = tree.metrics.get(goal.metric)
    const parent = goal.parentId === null ? undefined : tree.byId.get(goal.parentId)
    return [
      ...checkMetric(goal, metric),
      ...(metric ? [...checkFigures(goal, metric), ...checkDenominator(goal, metric)] : []),
      ...(parent ? [...checkPlace(goal, parent), ...checkKin(goal, parent, tree)] : []),
    ]
  })
  const place = (f: TreeFault): number => tree.order.get(f.goal) ?? 0
  return [...single, ...checkOverlaps(tree)].sort((a, b) => place(a) - place(b))
}

/** Goals that set a target on the very same figure. */
export const sameFigure = (tree: GoalTree): Goal[][] =>
  [...Map.groupBy(tree.goals, goalKey).values()].filter((same) => same.length > 1)
