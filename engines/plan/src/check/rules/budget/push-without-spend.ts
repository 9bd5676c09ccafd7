import type { StageRule } from '@zhanggui/budget'
import { periodDays } from '@zhanggui/kernel'
import type { PlanEvent } from '../../../plan.ts'
import { hasDays } from '../../days-of.ts'
import { atEvent } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

const covers = ({ fromPeriod, toPeriod }: StageRule, event: PlanEvent): boolean =>
  hasDays(fromPeriod) &&
  hasDays(toPeriod) &&
  periodDays(fromPeriod).from <= event.fromDay &&
  event.toDay <= periodDays(toPeriod).to

/** Nothing at all is spent on traffic, not only on one tool. */
const isWholePause = ({ maxBp, channels }: StageRule): boolean =>
  maxBp === 0 && (channels.length === 0 || channels.includes('traffic'))

function* pushes({ plan }: PlanView) {
  const paused = plan.budgetRules.stages.filter(isWholePause)
  for (const event of plan.events.filter(({ kind }) => kind === 'platform')) {
    const stage = paused.find((rule) => covers(rule, event))
    if (stage) yield atEvent(event, 'fromDay', { event: event.name, stage: stage.name })
  }
}

/** Nothing is spent in January and February, and yet a year-goods push is expected (X23). */
export const pushWithoutSpend = defineRule({
  id: 'push-without-spend',
  level: 'warning',
  rows: ['X23', 'P4.06', 'P3.02'],
  find: pushes,
  messageZh: (f) => `大促“${f.event}”整个落在暂停推广的阶段“${f.stage}”里`,
  messageEn: (f) => `The campaign "${f.event}" lies wholly in the stage "${f.stage}", in which nothing is spent`,
  suggestionZh: '写明不靠付费的流量来源（老客、免费活动），或为它放开一笔预算',
  suggestionEn: 'Name the unpaid traffic it lives on, or allow it a budget',
})
