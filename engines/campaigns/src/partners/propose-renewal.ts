export type RenewalLimits = {
  /** From this score on the partner keeps what was agreed. */
  renewFrom: number
  /** Below it somebody else is looked for. */
  partBelow: number
  /** Fewer judged levels say nothing of a partner. */
  judgedMin: number
}

/** Starting values of this project; a contract may name its own. */
export const RENEWAL_LIMITS: RenewalLimits = { renewFrom: 90, partBelow: 70, judgedMin: 6 }

export type RenewalProposal = 'renew' | 'renegotiate' | 'part' | 'tooEarly'

/** What the score speaks for when a contract comes to its end; the decision is a person's. */
export function proposeRenewal(
  { score, judged }: { score: number | null; judged: number },
  limits: RenewalLimits = RENEWAL_LIMITS,
): RenewalProposal {
  if (score === null || judged < limits.judgedMin) return 'tooEarly'
  if (score >= limits.renewFrom) return 'renew'
  return score < limits.partBelow ? 'part' : 'renegotiate'
}
