import { placeByLot } from '../../src/gate/lottery.ts'
import type { AdmissionOptions, CommandOf, Key } from '../../src/index.ts'
import { keyText, type ModelGate, type Verdict } from './model-types.ts'

/** Gates, tickets and whose turn it is. */
export class ModelGates {
  private readonly gates = new Map<number, ModelGate>()
  private readonly tickets = new Map<string, number>()
  private readonly bySource = new Map<string, number>()
  private readonly options: AdmissionOptions

  constructor(options: AdmissionOptions) {
    this.options = options
  }

  open(command: CommandOf<'openGate'>, now: number): Verdict {
    const { gate, perSecond, sourceLimit, ticketSeconds, opensAt, seed } = command
    if (gate <= 0 || gate >= this.options.gates) return { code: 'gate_unknown' }
    if (perSecond < 1 || sourceLimit < 0 || ticketSeconds < 0) return { code: 'terms_invalid' }
    const known = this.gates.get(gate)
    if (known && known.perSecond !== perSecond && now >= known.opensAt) return { code: 'terms_invalid' }
    this.gates.set(gate, {
      ...(known ?? { issued: 0, early: 0, opensAt, seed }),
      perSecond,
      sourceLimit,
      ticketSeconds,
    })
    return { code: 'accepted' }
  }

  /** How many come before the ticket; 0 called, -1 called too long ago. */
  private ahead(gate: ModelGate, ticket: number, now: number): number {
    if (now < gate.opensAt) return Math.max(1, gate.issued)
    const place = ticket < gate.early ? placeByLot(ticket, gate.early, gate.seed) : ticket
    const called = Math.floor(((now - gate.opensAt) * gate.perSecond) / 1000)
    if (place >= called) return place - called + 1
    const calledAt = gate.opensAt + ((place + 1) * 1000) / gate.perSecond
    return gate.ticketSeconds > 0 && now > calledAt + gate.ticketSeconds * 1000 ? -1 : 0
  }

  check(number: number, buyer: Key, now: number): Verdict {
    const gate = this.gates.get(number)
    const ticket = this.tickets.get(`${number} ${keyText(buyer)}`)
    if (!gate || ticket === undefined) return { code: 'ticket_missing' }
    const ahead = this.ahead(gate, ticket, now)
    if (ahead === 0) return { code: 'accepted' }
    if (ahead > 0) return { code: 'ticket_waiting', detail: ahead }
    this.tickets.delete(`${number} ${keyText(buyer)}`)
    return { code: 'ticket_missing' }
  }

  use(number: number, buyer: Key): void {
    this.tickets.delete(`${number} ${keyText(buyer)}`)
  }

  enter(command: CommandOf<'enterGate'>, blocked: boolean, now: number): Verdict {
    const gate = this.gates.get(command.gate)
    if (!gate) return { code: 'gate_unknown' }
    if (blocked) return { code: 'blocked' }
    const key = `${command.gate} ${keyText(command.buyer)}`
    const held = this.tickets.get(key)
    const standing = held === undefined ? -1 : this.ahead(gate, held, now)
    if (standing >= 0) return { code: 'accepted', detail: standing }
    this.tickets.delete(key)
    const source = `${command.gate} ${keyText(command.signals.source)}`
    const taken = this.bySource.get(source) ?? 0
    if (gate.sourceLimit > 0 && taken >= gate.sourceLimit) return { code: 'source_limit' }
    if (gate.sourceLimit > 0) this.bySource.set(source, taken + 1)
    this.tickets.set(key, gate.issued)
    gate.issued++
    if (now < gate.opensAt) gate.early = gate.issued
    return { code: 'accepted', detail: Math.max(0, this.ahead(gate, gate.issued - 1, now)) }
  }
}
