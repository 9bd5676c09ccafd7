import type { ReminderPlan } from './reminder-plan.ts'

/**
 * What becomes of a reminder whose instant has come. `held`: the person is of those who are left alone; `limit`: it was spoken to
 * often enough today; `later`: a provider has not yet said whether money came, and who has paid is not asked to pay.
 */
export type ReminderVerdict = 'send' | 'held' | 'limit' | 'later' | 'stop'

export type ReminderCase = {
  /** The order still waits for this payment. */
  isWaiting: boolean
  /** A payment was sent and nobody knows yet what became of it. */
  isPaymentUnsure: boolean
  isHeld: boolean
  sentToday: number
}

/** Payment ends everything, then the draw, then limits: the draw is the same whether or not a limit would have been reached. */
export function judgeReminder({ perDay }: Pick<ReminderPlan, 'perDay'>, now: ReminderCase): ReminderVerdict {
  if (!now.isWaiting) return 'stop'
  if (now.isHeld) return 'held'
  if (now.isPaymentUnsure) return 'later'
  return now.sentToday >= perDay ? 'limit' : 'send'
}
