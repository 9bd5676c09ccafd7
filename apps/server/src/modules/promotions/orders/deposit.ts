import type { PricedCart } from '@zhanggui/promotion'

type Grants = Pick<PricedCart, 'grants'>
type Deposit = Extract<PricedCart['grants'][number], { kind: 'deposit' }>

const depositsOf = ({ grants }: Grants): Deposit[] =>
  grants.filter((grant): grant is Deposit => grant.kind === 'deposit')

/** What a presale asks for first, fen; 0 without one. */
export const depositOf = (priced: Grants): number =>
  depositsOf(priced).reduce((sum, { depositCents }) => sum + depositCents, 0)

/** When the balance of an order can be paid: from the last opening of its presales until the first end. */
export function balanceWindow(priced: Grants): { from: Date; until: Date } | null {
  const deposits = depositsOf(priced)
  if (deposits.length === 0) return null
  const from = Math.max(...deposits.map(({ balanceFrom }) => Date.parse(balanceFrom)))
  const until = Math.min(...deposits.map(({ balanceUntil }) => Date.parse(balanceUntil)))
  return { from: new Date(from), until: new Date(until) }
}
