import { AddMilestone, type MilestoneAdded, type Store } from '@zhanggui/contract'
import { cellKey, type Goal, goalKey, milestone } from '@zhanggui/goals'
import { parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { GoalsFailure } from '../goals/goals-failure.ts'
import { loadGoals } from '../goals/load-goals.ts'
import { changePart, type PlanCaller } from '../plans/change-plan.ts'

/** The year's sales by default: what a share "of the target" is meant of (X05). */
const yearGoal = (goals: readonly Goal[], year: number): Goal | null =>
  goals.find((g) => goalKey(g) === cellKey('paid', parsePeriod(String(year)), {})) ?? null

/**
 * Adds a milestone to the plan's stages: so much of a target by a day, as "80 % by the end of the peak season" (P2.14). Its gate is
 * then measured with the others. A second one of the same day and target replaces the first.
 * Errors: `unknown_goal`; `goal_not_spreadable` where the target is not set; `stale_version`, `plan_approved`.
 */
export async function addMilestone(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: AddMilestone,
): Promise<MilestoneAdded> {
  const { goal: id, shareBp, byDay, name, reason } = parseInput(AddMilestone, request)
  const { plan, stored } = await loadGoals(context, store, planId)
  const of = id === undefined ? yearGoal(plan.goals, plan.year) : (plan.goals.find((g) => g.id === id) ?? null)
  if (id !== undefined && !of)
    throw new GoalsFailure('unknown_goal', {
      zh: `没有编号为“${id}”的目标；请刷新后重试。`,
      en: `There is no goal "${id}"; reload and try again.`,
    })
  const fromDay = of ? periodDays(of.period).from : `${plan.year}-01-01`
  const made = milestone({ id: `milestone:${of?.id ?? ''}:${byDay}`.slice(0, 80), name, shareBp, of, fromDay, byDay })
  if (!made.ok)
    throw new GoalsFailure('goal_not_spreadable', {
      zh: '里程碑要的目标还没有数值；请先设定全年支付金额，或指明是哪个目标的百分之几。',
      en: 'The target that the milestone is a share of is not set; set the year’s paid sales, or name the goal.',
    })
  const stages = [...plan.stages.filter((s) => s.id !== made.value.id), made.value]
  const saved = await changePart(context, caller, plan.id, 'stages', {
    revision: stored.revisions.stages,
    body: stages,
    reason,
  })
  return { stage: made.value.id, value: made.value.criteria[0]?.value ?? 0, revision: saved.revisions.stages }
}
