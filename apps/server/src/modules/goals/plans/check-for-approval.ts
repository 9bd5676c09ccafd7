import type { Finding, Plan } from '@zhanggui/plan'
import type { CheckOfPlan } from './plan-gate.ts'

const unsetGoals = (plan: Plan): Finding[] =>
  plan.goals
    .filter(({ target }) => target === null)
    .map(({ id, name, metric, period }, index) => ({
      number: index + 1,
      rule: 'goal-unset',
      level: 'error',
      at: { part: 'goals', id, field: 'target' },
      source: null,
      figures: { metric, period },
      messageZh: `目标“${name || metric}”（${period}）还没有填数`,
      messageEn: `the goal "${name || metric}" (${period}) has no target yet`,
      suggestionZh: '填写目标，或删除这一项',
      suggestionEn: 'Set a target or remove the goal',
      rows: ['P2.06'],
    }))

/** A goal without a target blocks approval (P2.06). */
export const checkForApproval: CheckOfPlan = async (_context, _store, plan) => unsetGoals(plan)
