import { atStage } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* overlaps({ plan }: PlanView) {
  const sorted = plan.stages
    .filter(({ fromDay, toDay }) => fromDay < toDay)
    .toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  for (const [index, stage] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && stage.fromDay < before.toDay)
      yield atStage(stage, 'fromDay', {
        stage: stage.name,
        before: before.name,
        toDay: before.toDay,
        fromDay: stage.fromDay,
      })
  }
}

export const stagesOverlap = defineRule({
  id: 'stages-overlap',
  level: 'error',
  rows: ['P2.15'],
  find: overlaps,
  messageZh: (f) => `阶段“${f.stage}”${f.fromDay} 开始，“${f.before}”要到 ${f.toDay} 前才结束`,
  messageEn: (f) => `The stage "${f.stage}" begins on ${f.fromDay}; "${f.before}" ends before ${f.toDay}`,
  suggestionZh: '让阶段首尾相接，互不重叠',
  suggestionEn: 'Let one stage begin where the other ends',
})
