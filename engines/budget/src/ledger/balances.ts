import { type Cents, cents } from '@zhanggui/kernel'
import { LEDGER_STATES, type LedgerAccount, type LedgerState, type Leg } from './posting.ts'

/** Fen in each state of one line. `planned` is what is still free; `budgetCents` all the line has got and not given back. */
export type LineBalance = Readonly<Record<LedgerState, Cents>> & { readonly budgetCents: Cents }

const NOTHING: Record<LedgerState, Cents> = {
  planned: cents(0),
  committed: cents(0),
  accrued: cents(0),
  spent: cents(0),
  released: cents(0),
}

const withBudget = (states: Record<LedgerState, Cents>): LineBalance => ({
  ...states,
  budgetCents: cents(states.planned + states.committed + states.accrued + states.spent),
})

export const EMPTY_BALANCE: LineBalance = withBudget(NOTHING)

/** Balances by line id; key `null` is the plan itself, the opposite of all lines together. */
export type Balances = ReadonlyMap<string | null, LineBalance>

/** Adds legs up, in any order. Shape: only lines that legs speak of. */
export function balancesOf(postings: Iterable<{ legs: readonly Leg[] }>): Balances {
  const sums = new Map<string | null, Record<LedgerState, Cents>>()
  for (const { legs } of postings)
    for (const { lineId, state, amountCents } of legs) {
      const sum = sums.get(lineId) ?? { ...NOTHING }
      sum[state] = cents(sum[state] + amountCents)
      sums.set(lineId, sum)
    }
  return new Map([...sums].map(([lineId, states]) => [lineId, withBudget(states)]))
}

export const balanceOf = (balances: Balances, lineId: string | null): LineBalance =>
  balances.get(lineId) ?? EMPTY_BALANCE

export const heldBy = (balances: Balances, { lineId, state }: LedgerAccount): Cents =>
  balanceOf(balances, lineId)[state]

/** Everything together: 0 in a ledger that conserves (P4.08). */
export function trialBalance(balances: Balances): Cents {
  let total = 0
  for (const balance of balances.values()) for (const state of LEDGER_STATES) total += balance[state]
  return cents(total)
}

const add = (a: LineBalance, b: LineBalance): LineBalance =>
  withBudget({
    planned: cents(a.planned + b.planned),
    committed: cents(a.committed + b.committed),
    accrued: cents(a.accrued + b.accrued),
    spent: cents(a.spent + b.spent),
    released: cents(a.released + b.released),
  })

/** Balances of several lines as one: of a channel, of a campaign, of a heading. */
export const addBalances = (balances: Iterable<LineBalance>): LineBalance => {
  let total = EMPTY_BALANCE
  for (const balance of balances) total = add(total, balance)
  return total
}
