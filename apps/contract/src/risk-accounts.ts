import { z } from 'zod'

const Count = z.number().int().min(0)
const Instant = z.iso.datetime()
const Reason = z.string().trim().min(1).max(300)

const LARGEST_HASH = 2n ** 64n - 1n
const HASH = /^[1-9]\d{0,19}$/

/** An account as a shop's records know it: a keyed hash of 64 bits, the same in orders, events and marks of that shop only. */
export const AccountHash = z.string().refine((text) => HASH.test(text) && BigInt(text) <= LARGEST_HASH)
/** A device, an address or a way to pay as a keyed hash. */
const MarkHash = z.string().regex(/^[0-9a-f]{32}$/)

export const RISK_MARK_KINDS = ['payment', 'device', 'address'] as const
export const RiskMarkKind = z.enum(RISK_MARK_KINDS)
export type RiskMarkKind = z.infer<typeof RiskMarkKind>

/** POST …/risk/accounts/find — by the id that the shop front uses; it is hashed at the door and kept nowhere. */
export const FindRiskAccount = z.strictObject({ buyerId: z.string().trim().min(1).max(200) })
export type FindRiskAccount = z.input<typeof FindRiskAccount>

/** Orders of the account in the shop's order facts; `lastDay` null: none. */
export const RiskAccount = z.object({ account: AccountHash, orders: Count, lastDay: z.iso.date().nullable() })
export type RiskAccount = z.infer<typeof RiskAccount>

export const RiskUnlinked = z.object({ at: Instant, by: z.string(), reason: z.string() })
export const RISK_MARK_STANDINGS = ['ties', 'tooLittle', 'tooMany', 'own', 'unlinked'] as const

/**
 * What the accounts were seen with. `standing`: ties them together; shared, but too little alone; shared by too many to say anything;
 * one account's only; taken off. `others`: accounts beside these. `everybody`: taken off whoever uses it.
 */
export const RiskAccountMark = z.object({
  kind: RiskMarkKind,
  mark: MarkHash,
  standing: z.enum(RISK_MARK_STANDINGS),
  others: Count,
  holders: z.array(z.object({ account: AccountHash, seenAt: Instant, unlinked: RiskUnlinked.nullable() })),
  everybody: RiskUnlinked.nullable(),
})
export type RiskAccountMark = z.infer<typeof RiskAccountMark>

export const RISK_OFFER_KINDS = ['rule', 'coupon', 'programme', 'game'] as const
/** What is limited for each person, and how often each account used it. `limit` null: of its own kind, shown where it is set up. */
export const RiskAccountOffer = z.object({
  kind: z.enum(RISK_OFFER_KINDS),
  id: z.string(),
  name: z.string(),
  limit: Count.nullable(),
  used: z.array(z.object({ account: AccountHash, times: Count })),
})
export type RiskAccountOffer = z.infer<typeof RiskAccountOffer>

/** Accounts that are held to be one person, the one that was asked for first; at most 100 are told of `accountCount`. */
export const RiskAccountPerson = z.object({
  accountCount: Count,
  accounts: z.array(RiskAccount),
  marks: z.array(RiskAccountMark),
  offers: z.array(RiskAccountOffer),
})
export type RiskAccountPerson = z.infer<typeof RiskAccountPerson>

/** Take a mark off an account, or off everybody; or, to undo that, let it count again. Both are kept with their reason. */
export const LinkRiskMark = z.strictObject({
  kind: RiskMarkKind,
  mark: MarkHash,
  of: z.enum(['account', 'everybody']),
  reason: Reason.describe('must not hold an identifier: it stays in the audit trail'),
})
export type LinkRiskMark = z.input<typeof LinkRiskMark>

/**
 * GET …/risk/accounts — devices and ways to pay that most accounts share, and what was taken off, the newest first. `account` null:
 * off everybody. `holder`: an account that was seen with the mark, to look at; null: all of them are forgotten.
 */
export const RiskAccountsShared = z.object({
  shared: z.array(
    z.object({ kind: RiskMarkKind, mark: MarkHash, accounts: Count, account: AccountHash, seenAt: Instant }),
  ),
  unlinked: z.array(
    RiskUnlinked.extend({
      kind: RiskMarkKind,
      mark: MarkHash,
      account: AccountHash.nullable(),
      holder: AccountHash.nullable(),
    }),
  ),
})
export type RiskAccountsShared = z.infer<typeof RiskAccountsShared>
