import type { PromotionOrderDetail, ReturnGoods, ReturnPolicy } from '@zhanggui/contract'

/** A return as it is filled in; amounts in fen, null while nothing is typed. */
export type ReturnDraft = {
  units: Readonly<Record<string, number>>
  postage: boolean
  agreedCents: number | null
  deductCents: number | null
  policy: ReturnPolicy
}

export const emptyDraft = ({ policy }: Pick<PromotionOrderDetail, 'policy'>): ReturnDraft => ({
  units: {},
  postage: false,
  agreedCents: null,
  deductCents: null,
  policy: policy ?? 'keepShares',
})

const above0 = (cents: number | null): cents is number => cents !== null && cents > 0

/** The request that a draft comes to; null while nothing would come back. */
export function requestOf(
  draft: ReturnDraft,
  order: Pick<PromotionOrderDetail, 'left'>,
  { id, reason }: { id: string; reason: string },
): ReturnGoods | null {
  const lines = Object.entries(draft.units)
    .filter(([, units]) => units > 0)
    .map(([lineId, units]) => ({ lineId, units }))
  const postageOf = draft.postage
    ? order.left.fees.filter(({ isReturned }) => !isReturned).map(({ shopId }) => shopId)
    : []
  const { agreedCents, deductCents, policy } = draft
  if (lines.length === 0 && postageOf.length === 0 && !above0(agreedCents)) return null
  return {
    ...{ id, reason, policy, lines, postageOf },
    ...(above0(agreedCents) && { agreed: { cents: agreedCents } }),
    ...(above0(deductCents) && { deductCents }),
  }
}
