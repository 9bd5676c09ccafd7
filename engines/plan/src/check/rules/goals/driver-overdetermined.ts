import { driverConflicts } from '../../driver-sets.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName, percent } from '../../words.ts'

/**
 * CVR ×1.25 and AOV ×1.10 already make sales +37.5 % at equal visitors; +30 % means fewer visitors, though user growth is a
 * goal (X04). Growth is that of the goals over their baselines.
 */
export const driverOverdetermined = defineRule({
  id: 'driver-overdetermined',
  level: 'error',
  rows: ['X04', 'P2.03'],
  find: ({ plan }) =>
    driverConflicts(plan).map(({ sales, statedBp, impliedBp, slackBp }) =>
      atGoal(sales, 'target', { goal: goalName(sales), period: sales.period, statedBp, impliedBp, slackBp }),
    ),
  messageZh: (f) =>
    `“${f.goal}”（${f.period}）要求 ${signed(f.statedBp)}，转化率与客单价等目标合起来已是 ${signed(f.impliedBp)}，访客须 ${signed(f.slackBp)} 才对得上`,
  messageEn: (f) =>
    `"${f.goal}" (${f.period}) asks for ${signed(f.statedBp)}; conversion, basket and the rest already make ${signed(f.impliedBp)}: visitors would have to change by ${signed(f.slackBp)}`,
  suggestionZh: '四个数只能定三个：放开其中一个，由系统算出',
  suggestionEn: 'Only three of the four can be set: free one and let it follow',
})

const signed = (bp: number): string => (bp > 0 ? `+${percent(bp)}` : percent(bp))
