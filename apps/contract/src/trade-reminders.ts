import { z } from 'zod'

const Count = z.number().int().min(0)
const Cents = z.number().int()
const Instant = z.iso.datetime()
const Day = z.iso.date()

export const ReminderPart = z.enum(['whole', 'balance'])
export const ReminderWay = z.enum(['push', 'sms', 'wecom', 'call'])

/** What the shop's own gateway gets with a reminder, beside the words: `order` tells it whom to reach. */
export const PaymentReminderNote = z.object({
  plan: z.string(),
  order: z.string(),
  part: ReminderPart,
  channel: ReminderWay,
  cents: Count,
  payBefore: Instant,
})
export type PaymentReminderNote = z.infer<typeof PaymentReminderNote>

/** People of one group of the draw: how many, how many of them paid, what they paid. */
export const ReminderGroup = z.object({ people: Count, payers: Count, paidCents: Count })
export type ReminderGroup = z.infer<typeof ReminderGroup>

/** What reminders brought, against people left alone by lot; bounds are 95 %, `null` where there are too few people to say. */
export const ReminderEffect = z.object({
  treated: ReminderGroup,
  held: ReminderGroup,
  recoveredCents: Cents.nullable(),
  lowCents: Cents.nullable(),
  highCents: Cents.nullable(),
})
export type ReminderEffect = z.infer<typeof ReminderEffect>

export const PaymentReminderReport = z.object({
  plan: z.string(),
  name: z.string(),
  part: ReminderPart,
  channel: ReminderWay,
  isOn: z.boolean(),
  /** Why nothing leaves the house; `null`: messages go out. */
  gatewayTrouble: z.enum(['none', 'unknown', 'off', 'not_webhook']).nullable(),
  holdOutBp: Count,
  measureHours: Count,
  /** Orders followed that wait still. */
  waiting: Count,
  messages: z.object({ sent: Count, queued: Count, kept: Count, limit: Count, withdrawn: Count, failed: Count }),
  effect: ReminderEffect,
  /** The same by the campaign phase in which people were first spoken of; `phase` null is an ordinary day. */
  byPhase: z.array(ReminderEffect.extend({ phase: z.string().nullable() })),
})
export type PaymentReminderReport = z.infer<typeof PaymentReminderReport>

/** GET …/payment-reminders */
export const PaymentReminderReports = z.object({ from: Day, to: Day, plans: z.array(PaymentReminderReport) })
export type PaymentReminderReports = z.infer<typeof PaymentReminderReports>
