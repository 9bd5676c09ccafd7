import type { Goal } from '@zhanggui/goals'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName, percent } from '../../words.ts'

const STOCK = new Set(['stockUnits', 'stockValue'])

const isMoreStock = ({ metric, target, baseline }: Goal): boolean =>
  STOCK.has(metric) && target !== null && baseline !== null && baseline > 0 && target > baseline
const isLessCover = ({ metric, target, baseline }: Goal): boolean =>
  metric === 'stockCoverDays' && target !== null && (baseline === null || target < baseline)

function* conflicts({ plan }: PlanView) {
  const cover = plan.goals.find(isLessCover)
  if (!cover) return
  for (const more of plan.goals.filter(isMoreStock)) {
    const moreBp = Math.round(((more.target ?? 0) / (more.baseline ?? 1) - 1) * 10_000)
    yield atGoal(more, 'target', { cover: goalName(cover), days: cover.target, stock: goalName(more), moreBp })
  }
}

/** Stock cover ≤ 30 days and hero stock +20 % pull in opposite directions (X13). */
export const stockGoalsConflict = defineRule({
  id: 'stock-goals-conflict',
  level: 'warning',
  rows: ['X13', 'P5.12', 'P5.13'],
  find: conflicts,
  messageZh: (f) => `“${f.cover}”要求 ${f.days} 天，“${f.stock}”又要求库存 +${percent(f.moreBp)}，两者相互拉扯`,
  messageEn: (f) => `"${f.cover}" asks for ${f.days} days while "${f.stock}" asks for ${percent(f.moreBp)} more stock`,
  suggestionZh: '按单品与补货周期分别设定',
  suggestionEn: 'Set them per SKU, with its lead time',
})
