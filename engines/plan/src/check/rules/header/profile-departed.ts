import { checkAgainstProfile, findProfile, type ProfileDifference } from '@zhanggui/budget'
import { atBudgetRule } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

const figuresOf = ({ channel, period, expectedBp, foundBp }: ProfileDifference) => ({
  channel,
  period,
  expectedBp,
  foundBp,
})

function* differences({ plan, budget }: PlanView) {
  const profile = plan.profile === null ? undefined : findProfile(plan.profile)
  if (!profile || !budget) return
  for (const difference of checkAgainstProfile(plan.budget, profile))
    yield atBudgetRule(difference.lineIds[0] ?? null, 'shareBp', figuresOf(difference))
}

/** Technology 15 % in a plan that follows a profile of 10 % (X23): allowed, but somebody should have meant it. */
export const profileDeparted = defineRule({
  id: 'profile-departed',
  level: 'warning',
  rows: ['X23', 'P7.14'],
  find: differences,
  messageZh: (f) => `${f.channel}（${f.period}）占比 ${percent(f.foundBp)}，计划所选模式为 ${percent(f.expectedBp)}`,
  messageEn: (f) =>
    `${f.channel} (${f.period}) has ${percent(f.foundBp)}; the profile of the plan says ${percent(f.expectedBp)}`,
  suggestionZh: '改回模式的数值，或写明不同的理由并确认',
  suggestionEn: 'Return to the figure of the profile, or give the reason and accept the warning',
})
