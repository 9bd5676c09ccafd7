import { keptGrants } from './kept-grants.ts'
import { keptLine } from './kept-line.ts'
import type { PaidOrder } from './paid-order.ts'
import { type Kept, keptPostage, type Rest, unitsLeftOf } from './rest.ts'

/** What stays keeps the share of every discount that it had when it was paid; the platforms refund like this (`divide_order_fee`). */
export function restByShares(order: PaidOrder, kept: Kept): Rest {
  const lines = order.priced.lines.flatMap((line) => {
    const left = unitsLeftOf(kept, line.lineId)
    return left > 0 ? [keptLine(line, line.quantity - left)] : []
  })
  const shipping = keptPostage(order, kept)
  const parts = [...lines, ...shipping]
  return {
    lines,
    shipping,
    grants: keptGrants(order, kept, lines),
    usesClaim: (claimId) => parts.some(({ cuts }) => cuts.some((cut) => cut.claimId === claimId)),
  }
}
