import { pairAt } from '../frame/layout.ts'
import { type Admission, clockOf, GATE } from '../state/admission.ts'
import { countAt, setCount } from '../tables/count-table.ts'
import { placeByLot } from './lottery.ts'

export const gateRow = (gate: number): number => gate * GATE.words

export const gateIsOpen = (core: Admission, gate: number): boolean =>
  gate > 0 && gate < core.options.gates && core.gates[gateRow(gate) + GATE.open] === 1

/** Number of the ticket that a buyer holds at a gate, from 0; -1: none. */
export const ticketOf = (core: Admission, gate: number, words: Int32Array, buyer: number): number =>
  countAt(core.tickets, words[buyer] as number, words[buyer + 1] as number, gate) - 1

export const setTicket = (core: Admission, gate: number, words: Int32Array, buyer: number, ticket: number): void =>
  setCount(core.tickets, words[buyer] as number, words[buyer + 1] as number, gate, ticket + 1)

export const dropTicket = (core: Admission, gate: number, words: Int32Array, buyer: number): void =>
  setCount(core.tickets, words[buyer] as number, words[buyer + 1] as number, gate, 0)

/** Place in the queue: who came before opening by lot, whoever came later in the order of arrival. */
function placeOf(core: Admission, gate: number, ticket: number): number {
  const row = gateRow(gate)
  const early = core.gates[row + GATE.early] as number
  return ticket < early ? placeByLot(ticket, early, core.gates[row + GATE.seed] as number) : ticket
}

/**
 * How a ticket stands: how many are to be called before it (0: it is called), or -1 where it was called too long ago.
 * Before opening nobody is called, and as the lot is not drawn yet, everybody has all others before them.
 */
export function aheadOf(core: Admission, gate: number, ticket: number): number {
  const row = gateRow(gate)
  const { gates } = core
  const now = clockOf(core)
  const opensAt = pairAt(gates, row + GATE.opensAt)
  if (now < opensAt) return Math.max(1, gates[row + GATE.issued] as number)
  const perSecond = gates[row + GATE.perSecond] as number
  const place = placeOf(core, gate, ticket)
  const called = Math.floor(((now - opensAt) * perSecond) / 1000)
  if (place >= called) return place - called + 1
  const lifeMs = (gates[row + GATE.ticketSeconds] as number) * 1000
  const calledAt = opensAt + ((place + 1) * 1000) / perSecond
  return lifeMs > 0 && now > calledAt + lifeMs ? -1 : 0
}
