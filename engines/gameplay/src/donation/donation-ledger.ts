/** 助农: so much for each item of a campaign that was sold and kept. */
export type DonationMove =
  | { kind: 'sale'; orderId: string; units: number; at: string }
  | { kind: 'return'; orderId: string; units: number; at: string }
  | { kind: 'payout'; cents: number; proof: string; at: string }

export type DonationBalance = { netUnits: number; owedCents: number; paidCents: number; dueCents: number }
export type DonationProblem =
  | { code: 'returned_more_than_sold'; orderId: string }
  | { code: 'paid_more_than_owed'; at: string }

/**
 * What is owed and paid: donation per unit × units sold less units returned, to the fen. Errors: a return of more than was sold in
 * the order, a payout above what is due; both are listed, never hidden in the sum.
 */
export function donationBalance(
  moves: readonly DonationMove[],
  perUnitCents: number,
): { balance: DonationBalance; problems: DonationProblem[] } {
  const kept = new Map<string, number>()
  const problems: DonationProblem[] = []
  let netUnits = 0
  let paidCents = 0
  for (const move of moves) {
    if (move.kind === 'payout') {
      paidCents += move.cents
      if (paidCents > netUnits * perUnitCents) problems.push({ code: 'paid_more_than_owed', at: move.at })
      continue
    }
    const units = move.kind === 'sale' ? move.units : -move.units
    const left = (kept.get(move.orderId) ?? 0) + units
    if (left < 0) problems.push({ code: 'returned_more_than_sold', orderId: move.orderId })
    kept.set(move.orderId, left)
    netUnits += units
  }
  const owedCents = netUnits * perUnitCents
  return { balance: { netUnits, owedCents, paidCents, dueCents: owedCents - paidCents }, problems }
}
