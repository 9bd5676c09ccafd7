import { z } from 'zod'
import { ProgrammeInfo } from './promotions-programmes.ts'

const Day = z.iso.date()
const Cents = z.number().int().safe()

/** GET …/programmes/{programme}/statement — every line of one account in a range of days, both included. */
export const ProgrammeStatementQuery = z.object({
  account: z.string().min(1).max(80),
  fromDay: Day.optional(),
  throughDay: Day.optional(),
})
export type ProgrammeStatementQuery = z.input<typeof ProgrammeStatementQuery>

/** Amounts in fen: debits positive, credits negative. `balanceCents`: after the line. */
export const ProgrammeStatement = z.object({
  programme: z.string(),
  name: z.string(),
  account: z.string(),
  accountZh: z.string(),
  accountEn: z.string(),
  fromDay: z.string().nullable(),
  throughDay: z.string(),
  openingCents: Cents,
  lines: z.array(
    z.object({
      day: z.string(),
      caseId: z.string(),
      key: z.string(),
      memo: z.string(),
      cents: Cents,
      balanceCents: Cents,
    }),
  ),
  closingCents: Cents,
  /** SHA-256 over the lines: two people with the same statement see the same figure. */
  sha256: z.string(),
})
export type ProgrammeStatement = z.infer<typeof ProgrammeStatement>

/** POST …/programmes/{programme}/payouts — what is owed to a party is paid, or what it owes has come in; a second person agrees. */
export const AskPayout = z.strictObject({
  account: z.string().min(1).max(80),
  cents: Cents.min(1).describe('never more than the account says is owed'),
  direction: z.enum(['paid', 'received']),
  proof: z.string().trim().min(1).max(500).describe('number of the transfer, of the receipt'),
  reason: z.string().trim().max(300).default(''),
})
export type AskPayout = z.input<typeof AskPayout>

/** Row of GET …/programmes/{programme}/payouts, the newest first. */
export const ProgrammePayout = z.object({
  id: z.string(),
  account: z.string(),
  accountZh: z.string(),
  accountEn: z.string(),
  cents: Cents,
  direction: z.enum(['paid', 'received']),
  proof: z.string(),
  state: z.enum(['waiting', 'booked', 'refused']),
  request: z.string().nullable(),
  askedBy: z.string(),
  askedAt: z.string(),
  bookedBy: z.string().nullable(),
  bookedAt: z.string().nullable(),
})
export type ProgrammePayout = z.infer<typeof ProgrammePayout>

export const PayoutAsked = z.object({ performed: z.boolean(), request: z.string().nullable(), payout: ProgrammePayout })
export type PayoutAsked = z.infer<typeof PayoutAsked>

const Group = z.object({
  people: z.number().int(),
  /** The longest that anybody of them was watched: the curve says nothing beyond. */
  watchedDays: z.number().int(),
  /** One point for each day on which somebody left: the share that is still there. */
  curve: z.array(
    z.object({
      days: z.number(),
      atRisk: z.number(),
      left: z.number(),
      survival: z.number(),
      standardError: z.number(),
    }),
  ),
})
/** GET …/programmes/{programme}/retention — of a subscription: how many stay how long, beside buyers who bought the item singly. */
export const ProgrammeRetention = z.object({
  /** A buyer has left when nothing came for so many days after the last delivery or purchase. */
  graceDays: z.number().int(),
  subscribers: Group,
  /** As many a month as keep the mix of months of the subscribers; empty where nobody bought the item singly. */
  singles: Group,
  months: z.array(z.object({ month: z.string(), subscribers: z.number().int(), singles: z.number().int() })),
})
export type ProgrammeRetention = z.infer<typeof ProgrammeRetention>

const Collected = z.discriminatedUnion('kind', [
  /** Sales and returns of its goods. */
  z.object({
    kind: z.literal('items'),
    orders: z.number().int(),
    soldUnits: z.number().int(),
    returnedUnits: z.number().int(),
  }),
  /** What its people paid in their days; `enrolled`: people who came in from the shop's own records. */
  z.object({
    kind: z.literal('purchases'),
    enrolled: z.number().int(),
    people: z.number().int(),
    bought: z.number().int(),
    paidCents: z.number().int(),
  }),
])
export type Collected = z.infer<typeof Collected>

/** POST …/programmes/{programme}/collect — counts the shop's own records into a programme; again changes nothing. */
export const ProgrammeCollected = z.object({ collected: Collected, programme: ProgrammeInfo })
export type ProgrammeCollected = z.infer<typeof ProgrammeCollected>
