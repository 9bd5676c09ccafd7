import { assert, type Cents, cents } from '@zhanggui/kernel'
import type { LedgerAccount, LedgerEntry, LedgerState, Leg } from './posting.ts'

const account = (lineId: string | null, state: LedgerState): LedgerAccount => ({ lineId, state })

type Move = { out: LedgerAccount; into: LedgerAccount }

/** Which account gives and which one gets. */
function moveOf(entry: LedgerEntry): Move {
  const of = (state: LedgerState): LedgerAccount => account(entry.lineId, state)
  switch (entry.kind) {
    case 'plan':
      return { out: account(null, 'planned'), into: of('planned') }
    case 'commit':
      return { out: of('planned'), into: of('committed') }
    case 'cancel':
      return { out: of('committed'), into: of('planned') }
    case 'accrue':
      return { out: of(entry.from ?? 'committed'), into: of('accrued') }
    case 'reverse':
      return { out: of('accrued'), into: of('planned') }
    case 'spend':
      return { out: of(entry.from ?? 'committed'), into: of('spent') }
    case 'refund':
      return { out: of('spent'), into: of('planned') }
    case 'close':
      return { out: of('planned'), into: of('released') }
    case 'transfer':
    case 'release':
    case 'restore':
      return { out: of('planned'), into: account(entry.toLineId, 'planned') }
  }
}

/** The pair of legs of an entry. Errors: throws when they do not cancel out, which would be a bug. */
export function legsOf(entry: LedgerEntry): Leg[] {
  const { out, into } = moveOf(entry)
  const legs = [
    { ...out, amountCents: cents(-entry.amountCents) },
    { ...into, amountCents: entry.amountCents },
  ]
  assert(legs.reduce((sum, leg) => sum + leg.amountCents, 0) === 0, 'the legs of a posting add up to nothing')
  return legs
}

/** The account that must hold what an entry takes; `null` where nothing can run out (the plan itself). */
export function givingAccount(entry: LedgerEntry): { account: LedgerAccount; neededCents: Cents } | null {
  const { out, into } = moveOf(entry)
  if (entry.amountCents < 0) return { account: into, neededCents: cents(-entry.amountCents) }
  return out.lineId === null ? null : { account: out, neededCents: entry.amountCents }
}
