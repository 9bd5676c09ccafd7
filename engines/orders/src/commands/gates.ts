import { RESULT } from '../codes/result-code.ts'
import { ENTER_GATE, OPEN_GATE, pairAt } from '../frame/layout.ts'
import { aheadOf, dropTicket, gateIsOpen, gateRow, setTicket, ticketOf } from '../gate/tickets.ts'
import { isBlocked } from '../risk/blocked.ts'
import { type Admission, clockOf, GATE, OUTCOME } from '../state/admission.ts'
import { LIMIT_CLASS } from '../stock/limits.ts'
import { countAt, hasRoom, setCount } from '../tables/count-table.ts'

/**
 * Opens a gate, or gives an open one a new pace, life of tickets and limit of a source. Instant and seed of the lot are
 * settled when it is first opened: changing them would shuffle people who are in the queue already.
 */
export function openGate(core: Admission, frame: Int32Array, start: number): number {
  const gate = frame[start + OPEN_GATE.gate] as number
  if (gate <= 0 || gate >= core.options.gates) return RESULT.gate_unknown
  const perSecond = frame[start + OPEN_GATE.perSecond] as number
  const sourceLimit = frame[start + OPEN_GATE.sourceLimit] as number
  const ticketSeconds = frame[start + OPEN_GATE.ticketSeconds] as number
  if (perSecond < 1 || sourceLimit < 0 || ticketSeconds < 0) return RESULT.terms_invalid
  const row = gateRow(gate)
  const { gates } = core
  if (gates[row + GATE.open] === 0) {
    gates[row + GATE.seed] = frame[start + OPEN_GATE.seed] as number
    gates[row + GATE.opensAt] = frame[start + OPEN_GATE.opensAt] as number
    gates[row + GATE.opensAt + 1] = frame[start + OPEN_GATE.opensAt + 1] as number
  } else if (gates[row + GATE.perSecond] !== perSecond && clockOf(core) >= pairAt(gates, row + GATE.opensAt))
    return RESULT.terms_invalid
  gates[row + GATE.open] = 1
  gates[row + GATE.perSecond] = perSecond
  gates[row + GATE.sourceLimit] = sourceLimit
  gates[row + GATE.ticketSeconds] = ticketSeconds
  return RESULT.accepted
}

function newTicket(core: Admission, gate: number, frame: Int32Array, start: number): number {
  const row = gateRow(gate)
  const { gates, limits } = core
  const s0 = frame[start + ENTER_GATE.source] as number
  const s1 = frame[start + ENTER_GATE.source + 1] as number
  const sourceLimit = gates[row + GATE.sourceLimit] as number
  const taken = sourceLimit === 0 ? 0 : countAt(limits, s0, s1, gate | LIMIT_CLASS.source)
  if (sourceLimit > 0 && taken >= sourceLimit) return RESULT.source_limit
  if (!hasRoom(core.tickets) || (sourceLimit > 0 && !hasRoom(limits))) return RESULT.core_full
  if (sourceLimit > 0) setCount(limits, s0, s1, gate | LIMIT_CLASS.source, taken + 1)
  setTicket(core, gate, frame, start + ENTER_GATE.buyer, gates[row + GATE.issued] as number)
  gates[row + GATE.issued] = (gates[row + GATE.issued] as number) + 1
  if (clockOf(core) < pairAt(gates, row + GATE.opensAt)) gates[row + GATE.early] = gates[row + GATE.issued] as number
  return RESULT.accepted
}

/**
 * A buyer takes a ticket, or asks how the one in hand stands; one ticket a buyer. A ticket called too long ago is replaced by
 * one at the end of the queue. Outcome detail: how many are called before this one, 0: go ahead.
 */
export function enterGate(core: Admission, frame: Int32Array, start: number): number {
  const gate = frame[start + ENTER_GATE.gate] as number
  if (!gateIsOpen(core, gate)) return RESULT.gate_unknown
  const buyer = start + ENTER_GATE.buyer
  if (core.blocks.used[0] !== 0 && (isBlocked(core, frame, buyer) || isBlocked(core, frame, start + ENTER_GATE.source)))
    return RESULT.blocked
  const held = ticketOf(core, gate, frame, buyer)
  let ahead = held < 0 ? -1 : aheadOf(core, gate, held)
  if (ahead < 0) {
    if (held >= 0) dropTicket(core, gate, frame, buyer)
    const code = newTicket(core, gate, frame, start)
    if (code !== RESULT.accepted) return code
    ahead = aheadOf(core, gate, ticketOf(core, gate, frame, buyer))
  }
  core.outcome[OUTCOME.detail] = Math.max(0, ahead)
  return RESULT.accepted
}
