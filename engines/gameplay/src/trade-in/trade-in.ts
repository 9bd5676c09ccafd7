import { err, ok, type Result } from '@zhanggui/kernel'
import type { Refusal } from '../game/game.ts'

/**
 * 以旧换新: an estimate is taken off at once; the old item is sent in and inspected; the difference is settled either way. An item
 * that never comes is charged back in full.
 */
export type TradeIn = {
  tradeInId: string
  estimateCents: number
  /** Paid by the campaign on top of the old item's worth; given back when no old item comes. */
  subsidyCents: number
  sendByMs: number
  status: 'estimated' | 'sent' | 'settled' | 'lapsed'
  inspectedCents?: number
}
export type TradeInCommand = { kind: 'send' } | { kind: 'inspect'; worthCents: number }
/** Positive: paid to the buyer; negative: owed by the buyer. `recycledCents` goes into the ledger of recycled goods. */
export type TradeInSettlement = { tradeInId: string; toBuyerCents: number; recycledCents: number }
type TradeInStep = { state: TradeIn; settlement: TradeInSettlement | null }

export function playTradeIn(state: TradeIn, command: TradeInCommand, atMs: number): Result<TradeInStep, Refusal> {
  if (command.kind === 'send') {
    if (state.status !== 'estimated') return err({ code: 'wrong_state' })
    if (atMs >= state.sendByMs) return err({ code: 'over' })
    return ok({ state: { ...state, status: 'sent' }, settlement: null })
  }
  if (state.status !== 'sent') return err({ code: 'wrong_state' })
  const { worthCents } = command
  const settlement = {
    tradeInId: state.tradeInId,
    toBuyerCents: worthCents - state.estimateCents,
    recycledCents: worthCents,
  }
  return ok({ state: { ...state, status: 'settled', inspectedCents: worthCents }, settlement })
}

/** After the last day for sending, what was taken off is owed: the estimate and the subsidy. */
export function lapseTradeIn(state: TradeIn, atMs: number): TradeInStep {
  if (state.status !== 'estimated' || atMs < state.sendByMs) return { state, settlement: null }
  const owed = state.estimateCents + state.subsidyCents
  return {
    state: { ...state, status: 'lapsed' },
    settlement: { tradeInId: state.tradeInId, toBuyerCents: -owed, recycledCents: 0 },
  }
}
