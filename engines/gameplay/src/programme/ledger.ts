import { assert } from '@zhanggui/kernel'

/** One side of an entry: positive is a debit (value comes to the account), negative a credit. Unit: fen. */
export type Line = { account: string; cents: number }

/** A double entry: lines that come to nothing together. `key` names it for ever; the same key again is the same entry. */
export type Entry = { key: string; memo: string; lines: readonly Line[] }

/** Errors: throws when the lines do not come to nothing, or a figure is not whole fen. Lines of 0 are left out. */
export function entry(key: string, memo: string, lines: readonly Line[]): Entry {
  assert(
    lines.every(({ cents }) => Number.isSafeInteger(cents)),
    'an entry is in whole fen',
  )
  const kept = lines.filter(({ cents }) => cents !== 0)
  assert(kept.reduce((sum, { cents }) => sum + cents, 0) === 0, 'debits and credits of an entry are the same')
  return { key, memo, lines: kept }
}

/** What came to an account from another. A negative amount goes the other way. */
export const transfer = (key: string, memo: string, way: { from: string; to: string; cents: number }): Entry =>
  entry(key, memo, [
    { account: way.to, cents: way.cents },
    { account: way.from, cents: -way.cents },
  ])

/** The entry taken back, under a key of its own. */
export const reversal = (key: string, memo: string, { lines }: Entry): Entry =>
  entry(
    key,
    memo,
    lines.map(({ account, cents }) => ({ account, cents: -cents })),
  )

/** Where each account stands: debits less credits. All of them together come to 0. */
export function accountBalances(entries: readonly { lines: readonly Line[] }[]): Map<string, number> {
  const balances = new Map<string, number>()
  for (const { lines } of entries)
    for (const { account, cents } of lines) balances.set(account, (balances.get(account) ?? 0) + cents)
  return balances
}

/** Owed to a party: a credit balance is what the shop owes, a debit balance what it is owed. */
export const payableTo = (party: string): string => `payable/${party}`
export const partyOf = (account: string): string | null =>
  account.startsWith('payable/') ? account.slice('payable/'.length) : null
