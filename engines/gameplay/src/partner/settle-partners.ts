/** 联名权益: one side's members use the other side's benefit; the side that sent them pays the agreed price for each use. */
export type BenefitUse = {
  useId: string
  /** Whose member used it, and whose benefit it was. */
  fromPartner: string
  toPartner: string
  priceCents: number
  /** The member had never bought from `toPartner` before. */
  isNewCustomer: boolean
}
export type PartnerAccount = {
  partner: string
  owesCents: number
  isOwedCents: number
  netCents: number
  newCustomers: number
}

/** Each partner's account over a period; the nets add up to nothing. A use that comes twice counts once. */
export function settlePartners(uses: readonly BenefitUse[]): PartnerAccount[] {
  const accounts = new Map<string, PartnerAccount>()
  const seen = new Set<string>()
  const accountOf = (partner: string): PartnerAccount => {
    const account = accounts.get(partner) ?? { partner, owesCents: 0, isOwedCents: 0, netCents: 0, newCustomers: 0 }
    accounts.set(partner, account)
    return account
  }
  for (const { useId, fromPartner, toPartner, priceCents, isNewCustomer } of uses) {
    if (seen.has(useId)) continue
    seen.add(useId)
    const from = accountOf(fromPartner)
    const to = accountOf(toPartner)
    from.owesCents += priceCents
    from.netCents -= priceCents
    to.isOwedCents += priceCents
    to.netCents += priceCents
    if (isNewCustomer) to.newCustomers++
  }
  return [...accounts.values()].sort((a, b) => (a.partner < b.partner ? -1 : 1))
}
