import { judgeChannel } from '@zhanggui/budget'
import type { ChannelsQuery, ChannelVerdicts } from '@zhanggui/contract'
import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { type DayRange, readTools } from '../measured-spend.ts'

/** Days that channels are judged on unless asked otherwise. */
const DAYS_BACK = 30
const REVIEW_DAYS = 14

function rangeAsked({ from, to }: ChannelsQuery, today: BusinessDay): DayRange {
  const end = to === undefined ? today : parseDay(to)
  return { from: from === undefined ? addDays(end, -DAYS_BACK) : parseDay(from), to: end }
}

/** Every paid tool kept, cut or judged later, on what it measurably did (P4.11). Default: the thirty days before today. */
export async function channelVerdicts(
  context: Context,
  caller: BudgetCaller,
  query: ChannelsQuery,
): Promise<ChannelVerdicts> {
  const { plan } = await readPlan(context, caller.store, caller.plan)
  const range = rangeAsked(query, todayOf(context, caller.shop))
  const { roiMinMilli, roiMinClicks, roiMinSpendCents } = plan.budgetRules
  const rule = { roiMinMilli, roiMinClicks, roiMinSpendCents }
  const when = { asOfDay: range.to, reviewAfterDays: Number(query.reviewAfterDays ?? REVIEW_DAYS) }
  const tools = await readTools(context, caller.shop, range)
  const channels = tools.map(({ tool, channel, ...result }) => {
    const { rule: _, channel: __, ...verdict } = judgeChannel({ ...result, channel: tool }, rule, when)
    return { tool, channel, ...verdict }
  })
  return { range: channels.length > 0 ? range : null, rule, channels }
}
