import { checkAgainstProfile, findChannel, findProfile } from '@zhanggui/budget'
import { atBudgetRule } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

function* differences({ plan, budget, lines }: PlanView) {
  const profile = plan.profile === null ? undefined : findProfile(plan.profile)
  if (!profile || !budget) return
  for (const { lineIds, channel, period, expectedBp, foundBp } of checkAgainstProfile(plan.budget, profile)) {
    const line = lines.get(lineIds[0] ?? '')
    const name = findChannel(channel ?? '')
    yield atBudgetRule(line?.id ?? null, 'shareBp', {
      channel: name?.nameZh ?? channel,
      channelEn: name?.nameEn ?? channel,
      period: line?.period ?? period,
      expectedBp,
      foundBp,
    })
  }
}

/** Technology 15 % in a plan that follows a profile of 10 % (X23): allowed, but somebody should have meant it. */
export const profileDeparted = defineRule({
  id: 'profile-departed',
  level: 'warning',
  rows: ['X23', 'P7.14'],
  find: differences,
  messageZh: (f) => `${f.channel}（${f.period}）占比 ${percent(f.foundBp)}，计划所选模式为 ${percent(f.expectedBp)}`,
  messageEn: (f) =>
    `${f.channelEn} (${f.period}) has ${percent(f.foundBp)}; the profile of the plan says ${percent(f.expectedBp)}`,
  suggestionZh: '改回模式的数值，或写明不同的理由并确认',
  suggestionEn: 'Return to the figure of the profile, or give the reason and accept the warning',
})
