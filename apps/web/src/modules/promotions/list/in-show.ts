import type { PromotionSummary } from '@zhanggui/contract'

export type Show = 'current' | 'past' | 'all'

/** Which promotions a tab lists: what is being made or runs, what is over, or everything. */
export const inShow =
  (show: Show) =>
  ({ state }: Pick<PromotionSummary, 'state'>): boolean =>
    show === 'all' || (state === 'ended') === (show === 'past')
