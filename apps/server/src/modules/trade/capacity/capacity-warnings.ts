import type { CapacityAnswer } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'

type Warning = CapacityAnswer['warnings'][number]

const yuan = (cents: number): string => (cents / 100).toFixed(2)

/** What somebody has to do about a plan. */
export function capacityWarnings(
  plan: Omit<CapacityAnswer, 'warnings'>,
  given: { now: Date; timezone: string; plan: string | undefined },
): Warning[] {
  const { technology, extraNodes, orderBy, minuteFrom, costCents } = plan
  const warnings: Warning[] = []
  if (technology && technology.overCents > 0)
    warnings.push({
      code: 'over_technology_share',
      zh: `扩容 ¥${yuan(costCents)}，超出技术预算余额 ¥${yuan(technology.overCents)}。请调整预算，或降低余量、缩短天数`,
      en: `The nodes cost ¥${yuan(costCents)}, ¥${yuan(technology.overCents)} more than the technology line has left. Move budget, or plan less room or fewer days`,
    })
  if (!technology && given.plan !== undefined)
    warnings.push({
      code: 'no_technology_line',
      zh: '规划里没有技术预算行，无法核对费用。请在 规划 → 预算 里添加',
      en: 'The plan has no technology line to check the cost against. Add one under Plan → Budget',
    })
  if (extraNodes > 0 && orderBy < businessDayOf(given.now, given.timezone))
    warnings.push({
      code: 'too_late',
      zh: `应在 ${orderBy} 前下单扩容，已经晚了。请立即联系机房，并准备限流`,
      en: `The nodes had to be ordered by ${orderBy}, which has passed. Call the data centre now and prepare to admit fewer`,
    })
  if (minuteFrom === 'preset')
    warnings.push({
      code: 'preset_minute',
      zh: '店铺没有带时刻的高峰日订单，最忙一分钟的占比用的是预设值。请用去年的分钟数据核对',
      en: "The shop has no busy day with times of day; the busiest minute's share is a preset. Check it against last year's minutes",
    })
  return warnings
}
