import type { Goal } from '@zhanggui/goals'
import { inTexts } from '../../in-texts.ts'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const MIXED =
  /播放量?\s*(?:\/|、|和|与|及|或|\+)\s*曝光量?|曝光量?\s*(?:\/|、|和|与|及|或|\+)\s*播放量?|plays?\s*(?:\/|and|or|\+)\s*exposures?/i
const SHARE = /占|%|比例|份额|share/i

const mixedIn = (text: string): { quote: string }[] => {
  const quote = MIXED.exec(text)?.[0]
  return quote && SHARE.test(text) ? [{ quote }] : []
}

const inDenominator = (goal: Goal) => {
  const quote = MIXED.exec(goal.denominator ?? '')?.[0]
  return quote ? [atGoal(goal, 'denominator', { quote })] : []
}

/** Plays and exposures in one share: one of the two is its whole (X07). */
export const exposuresMixed = defineRule({
  id: 'exposures-mixed',
  level: 'warning',
  rows: ['X07', 'P2.07'],
  find: (view: PlanView) => [...inTexts(view, mixedIn), ...view.plan.goals.flatMap(inDenominator)],
  messageZh: ({ quote }) => `“${quote}”混用播放与曝光作为同一占比的分母`,
  messageEn: ({ quote }) => `"${quote}" mixes plays and exposures in one share`,
  suggestionZh: '占比只用一种口径：占曝光量，或占播放量',
  suggestionEn: 'Use one of them as the whole',
})
