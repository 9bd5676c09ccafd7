import { wideningChannels } from '@zhanggui/budget'
import { findTools } from '../../../tools/find-tools.ts'
import { atLine } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { lineName } from '../../words.ts'

function* unowned({ plan, facts, budget }: PlanView) {
  const paid = (facts.tools ?? []).filter((tool) => tool.paid)
  const leaves = new Set(budget?.lines.filter((line) => line.isLeaf).map((line) => line.id))
  for (const line of plan.budget) {
    if (line.owner?.trim() || line.kind !== 'spend' || !leaves.has(line.id)) continue
    const named = findTools(`${line.name} ${line.channel ?? ''}`, paid)[0]?.word
    const isAds = line.channel !== null && wideningChannels(line.channel).includes('traffic')
    if (named || isAds) yield atLine(line, 'owner', { line: lineName(line), tool: named ?? line.channel })
  }
}

/** One named owner for every paid tool; without one the plan is blocked (P8.03). */
export const toolWithoutOwner = defineRule({
  id: 'tool-without-owner',
  level: 'error',
  rows: ['P8.03', 'P3.05'],
  find: unowned,
  messageZh: (f) => `付费工具“${f.line}”没有负责人`,
  messageEn: (f) => `The paid tool "${f.line}" has no owner`,
  suggestionZh: '指定一位负责人，旺季不可多人共管',
  suggestionEn: 'Name one owner',
})
