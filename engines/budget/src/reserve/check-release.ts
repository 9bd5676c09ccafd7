import { type Cents, err, ok, type Result } from '@zhanggui/kernel'

/** What may open the reserve (P4.07). `other` needs its words. */
export const RELEASE_TRIGGERS = [
  'trafficShortfall',
  'competitorPriceWar',
  'stockProblem',
  'serviceIncident',
  'unexpectedDemand',
  'costInflation',
  'other',
] as const
export type ReleaseTrigger = (typeof RELEASE_TRIGGERS)[number]

export type ReleaseRequest = {
  reserveLineId: string
  toLineId: string
  amountCents: Cents
  trigger: ReleaseTrigger | null
  /** What was seen: figure, place and time. */
  evidence: string
  askedBy: string
  /** Who decides; never the person who asks. */
  approver: string | null
}

export type ReleaseError =
  | { code: 'trigger_missing' }
  | { code: 'evidence_missing' }
  | { code: 'amount_not_positive'; amountCents: Cents }
  | { code: 'more_than_reserve'; amountCents: Cents; reserveCents: Cents }
  | { code: 'approver_missing' }
  | { code: 'approver_is_asker' }

/**
 * Whether a release of the reserve may be put to its approver: it needs a trigger with what was seen, an amount that the
 * reserve holds, and an approver who is somebody else.
 * Errors: the first that is missing, in that order.
 */
export function checkRelease(request: ReleaseRequest, reserveCents: Cents): Result<ReleaseRequest, ReleaseError> {
  const { trigger, evidence, amountCents, approver, askedBy } = request
  if (trigger === null) return err({ code: 'trigger_missing' })
  if (evidence.trim() === '') return err({ code: 'evidence_missing' })
  if (amountCents <= 0) return err({ code: 'amount_not_positive', amountCents })
  if (amountCents > reserveCents) return err({ code: 'more_than_reserve', amountCents, reserveCents })
  if (approver === null) return err({ code: 'approver_missing' })
  return approver === askedBy ? err({ code: 'approver_is_asker' }) : ok(request)
}
