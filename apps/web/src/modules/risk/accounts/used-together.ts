import type { RiskAccountOffer } from '@zhanggui/contract'

/** What the accounts used of an offer in all. */
export const usedTogether = ({ used }: Pick<RiskAccountOffer, 'used'>): number =>
  used.reduce((sum, { times }) => sum + times, 0)
