import { openLevels } from '@zhanggui/budget'
import type { PlanView } from '../../plan-view.ts'
import type { Found } from '../../rule.ts'
import { defineRule } from '../../rule.ts'
import { lineName, percent } from '../../words.ts'

type Ambiguous = { lines: string; sumBp: number; readings: number; readingsZh: string; readingsEn: string }

function* ambiguous({ plan, budget, lines }: PlanView): Generator<Found<Ambiguous>> {
  for (const { parentId, lineIds, readings } of openLevels(plan.budget, budget?.issues ?? [])) {
    const [flat] = readings
    const figures = {
      lines: lineIds.map((id) => lineName(lines.get(id))).join('、'),
      sumBp: flat?.sumBp ?? 0,
      readings: readings.length,
      readingsZh: readings.map((r) => `${r.nameZh}：${percent(r.sumBp)}`).join('；'),
      readingsEn: readings.map((r) => `${r.nameEn}: ${percent(r.sumBp)}`).join('; '),
    }
    yield { at: { part: 'budget', id: parentId, field: 'shareBase' }, source: null, figures }
  }
}

/** 130 % on one level, or 50 % of traffic inside: all readings are worked out and none is chosen (X02). */
export const sharesAmbiguous = defineRule({
  id: 'shares-ambiguous',
  level: 'error',
  rows: ['X02', 'P4.03'],
  find: ambiguous,
  messageZh: (f) => `${f.lines} 的占比合计 ${percent(f.sumBp)}，没有写明基数，有 ${f.readings} 种读法：${f.readingsZh}`,
  messageEn: (f) =>
    `${f.lines} add up to ${percent(f.sumBp)} without a base; there are ${f.readings} readings: ${f.readingsEn}`,
  suggestionZh: '在预算页打开“读法”，确认哪一种是原意',
  suggestionEn: 'Open the readings on the budget page and confirm the one that is meant',
})
