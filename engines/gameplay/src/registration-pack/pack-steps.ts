import { addDays, err, ok } from '@zhanggui/kernel'
import type { Fields } from '../programme/field.ts'
import { transfer } from '../programme/ledger.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeEffect,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import type { COUNT_PACK, Pack, PackDesk, PackTerms } from './terms.ts'

type Answer = ProgrammeAnswer<PackDesk, Pack>
type Step<F extends Fields = Fields> = ProgrammeStep<PackTerms, PackDesk, Pack, F>

/** Every coupon of the pack, each under a name of its own. */
const couponsOf = ({ terms, caseId }: Step, throughDay: Pack['throughDay']): ProgrammeEffect[] =>
  terms.tiers.flatMap(({ batch, faceCents, count }, tier) =>
    Array.from({ length: count }, (_, n) => ({
      key: `${caseId}/tier/${tier + 1}/${n + 1}`,
      kind: 'coupon' as const,
      cents: faceCents,
      throughDay,
      batch,
    })),
  )

/** All coupons of a pack at once: once a person, for people who never paid here, while the budget holds the whole pack. */
export function register(step: Step): Answer {
  const { terms, desk, buyer, moment } = step
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (!buyer) return err({ code: 'buyer_needed' })
  if (buyer.cases > 0) return err({ code: 'buyer_limit' })
  if (!buyer.isNew) return err({ code: 'not_new' })
  const { valueCents, budgetCents } = terms
  if (desk.promisedCents + desk.redeemedCents + valueCents > budgetCents) return err({ code: 'budget_used_up' })
  const throughDay = addDays(moment.day, terms.countDays - 1)
  const state: Pack = {
    ...{ fromDay: moment.day, throughDay, paidCents: 0, redeemedCents: 0, moves: 0 },
    ...{ isSettled: false, status: 'given' as const },
  }
  return ok(
    happened(
      {
        desk: { ...desk, packs: desk.packs + 1, promisedCents: desk.promisedCents + valueCents },
        state,
        dueDay: addDays(throughDay, 1),
      },
      { effects: couponsOf(step, throughDay) },
    ),
  )
}

/** What of a pack may still be used: its face value less what was, nothing once its days are over. */
const promisedOf = ({ valueCents }: PackTerms, { isSettled, redeemedCents }: Pack): number =>
  isSettled ? 0 : Math.max(0, valueCents - redeemedCents)

const isBuyer = ({ paidCents, redeemedCents }: Pack): boolean => paidCents > 0 || redeemedCents > 0

function statusOf(pack: Pack): Pack['status'] {
  if (isBuyer(pack)) return 'bought'
  return pack.isSettled ? 'lapsed' : 'given'
}

/** The desk with one pack as it is now instead of as it was. */
const moved = (terms: PackTerms, desk: PackDesk, before: Pack, after: Pack): PackDesk => ({
  packs: desk.packs,
  promisedCents: desk.promisedCents + promisedOf(terms, after) - promisedOf(terms, before),
  redeemedCents: desk.redeemedCents + after.redeemedCents - before.redeemedCents,
  buyers: desk.buyers + Number(isBuyer(after)) - Number(isBuyer(before)),
  paidCents: desk.paidCents + after.paidCents - before.paidCents,
})

/** Told in all, not by order: the same figures again change nothing, and coupons that came back cost nothing. */
export function countPack({ terms, desk, state, caseId, command }: Step<typeof COUNT_PACK>): Answer {
  if (!state) return err({ code: 'not_there' })
  const { paidCents, redeemedCents } = command
  const dueDay = state.isSettled ? null : addDays(state.throughDay, 1)
  const cents = redeemedCents - state.redeemedCents
  if (cents === 0 && paidCents === state.paidCents) return ok(happened({ desk, state, dueDay }))
  const counted = { ...state, paidCents, redeemedCents, moves: state.moves + Number(cents !== 0) }
  const after = { ...counted, status: statusOf(counted) }
  const memo = cents > 0 ? '礼包券抵扣' : '礼包券退回'
  const entries =
    cents === 0
      ? []
      : [transfer(`${caseId}/redeemed/${after.moves}`, memo, { from: 'orders', to: 'acquisition', cents })]
  return ok(happened({ desk: moved(terms, desk, state, after), state: after, dueDay }, { entries }))
}

/** When the days of a pack are over its unused part is free for others. */
export function tick({ terms, desk, state }: Table<PackTerms, PackDesk, Pack>): ProgrammeOutcome<PackDesk, Pack> {
  if (state.isSettled) return happened({ desk, state })
  const settled = { ...state, isSettled: true }
  const after = { ...settled, status: statusOf(settled) }
  return happened({ desk: moved(terms, desk, state, after), state: after })
}
