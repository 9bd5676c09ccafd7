/**
 * One try to charge one payment at one provider. `sent`: no answer yet; `unsure`: the answer is overdue, or was taken back, and the
 * provider is being asked; `charged` is final for the buyer's money, `failed` for the try.
 */
export const ATTEMPT_STATES = ['sent', 'unsure', 'charged', 'failed'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

export type Attempt = {
  attemptId: string
  orderId: string
  providerId: string
  cents: number
  state: AttemptState
  /** UTC ms; 0 for none. */
  sentAt: number
  answeredAt: number
  /** How often a provider said the opposite of what it had said before. */
  contradictions: number
}

/** What a provider says of an attempt, asked or unasked. `declined`: the buyer's side said no; `error`: the provider's did. */
export type Notice = { attemptId: string; outcome: 'charged' | 'declined' | 'error'; cents: number }

/** `takeMoney`: the order is to be told of the money; `ask`: the provider is to be asked what is true. */
export type AttemptMove = { attempt: Attempt; takeMoney: boolean; ask: boolean }

const doubt = (attempt: Attempt): AttemptMove => ({
  attempt: { ...attempt, contradictions: attempt.contradictions + 1 },
  takeMoney: false,
  ask: true,
})

/**
 * What a notice does to an attempt. A notice that says the opposite of an earlier one, or names another amount, is not believed: the
 * provider is asked. The same notice again tells the order again, which changes nothing there.
 */
export function hearNotice(attempt: Attempt, { outcome, cents }: Notice, now: number): AttemptMove {
  const isCharged = outcome === 'charged'
  if (cents !== attempt.cents) return doubt(attempt)
  if (attempt.state === (isCharged ? 'failed' : 'charged')) return doubt(attempt)
  if (attempt.state === 'charged' || attempt.state === 'failed') return { attempt, takeMoney: isCharged, ask: false }
  return {
    attempt: { ...attempt, state: isCharged ? 'charged' : 'failed', answeredAt: now },
    takeMoney: isCharged,
    ask: false,
  }
}

/**
 * What the provider answers when it is asked. Money that is there is taken whatever was said before. Money that was told of and is not
 * there stays in doubt and is left to the statement: an order that was told "paid" is not unpaid by a later word.
 */
export function hearTruth(attempt: Attempt, truth: Notice | 'unknown', now: number): AttemptMove {
  if (truth !== 'unknown' && truth.outcome === 'charged')
    return { attempt: { ...attempt, state: 'charged', answeredAt: now }, takeMoney: true, ask: false }
  if (attempt.state === 'charged') return { attempt, takeMoney: false, ask: false }
  return { attempt: { ...attempt, state: 'failed', answeredAt: now }, takeMoney: false, ask: false }
}

/** An answer is overdue: the provider is asked, and another may be tried meanwhile. */
export const overdue = (attempt: Attempt, now: number, patienceMs: number): boolean =>
  attempt.state === 'sent' && now - attempt.sentAt >= patienceMs

export const becomeUnsure = (attempt: Attempt): Attempt => ({ ...attempt, state: 'unsure' })
