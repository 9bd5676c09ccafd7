import type { Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { shopMoment } from '../campaigns/index.ts'

/** Business days, half-open. */
export type ShopDays = { from: string; to: string }

/** The days a report is about; left open: the last `days` of the shop with today. Errors: throws `invalid_request`. */
export function shopDays(
  context: Context,
  { timezone }: Store,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  days: number,
): ShopDays {
  const { day: today } = shopMoment(context.clock.now(), timezone)
  const end = to ?? addDays(today, 1)
  const begin = from ?? addDays(parseDay(end), -days)
  if (begin >= end) throw new ApiFailure('invalid_request', { where: `from: "${begin}" is not before to: "${end}"` })
  return { from: begin, to: end }
}
