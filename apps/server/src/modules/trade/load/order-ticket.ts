import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Place } from '@zhanggui/orders'

/** Whose ticket it is: nobody else's holds it, nor does it hold at another shop. */
export type TicketHolder = { store: string; source: string }

/** `elsewhere`: given by another server, or by this one before it was started again; its numbers say nothing here. */
export type TicketRead = { kind: 'ours'; place: Place } | { kind: 'elsewhere' } | { kind: 'forged' }

const TICKET = /^([a-z0-9]{1,16})\.(\d{1,12})\.(\d{1,12})\.([\w-]{43})$/

/**
 * Tickets of the line before orders: number, instant to come back and the line itself, signed for their holder. All that is known of a
 * ticket stands in it; the server keeps none.
 */
export class TicketPrinter {
  private readonly secret: KeyObject
  private readonly line: string

  /** `line` tells one run of a server from another: up to 16 letters and digits. */
  constructor(secret: KeyObject, line: string) {
    this.secret = secret
    this.line = line
  }

  print({ number, toldAt }: Place, holder: TicketHolder): string {
    const said = `${this.line}.${number}.${Math.round(toldAt)}`
    return `${said}.${this.sign(said, holder)}`
  }

  read(ticket: string, holder: TicketHolder): TicketRead {
    const [, line = '', number = '', toldAt = '', signature = ''] = TICKET.exec(ticket) ?? []
    const signed = this.sign(`${line}.${number}.${toldAt}`, holder)
    if (signature === '' || !timingSafeEqual(Buffer.from(signed), Buffer.from(signature))) return { kind: 'forged' }
    if (line !== this.line) return { kind: 'elsewhere' }
    return { kind: 'ours', place: { number: Number(number), toldAt: Number(toldAt) } }
  }

  private sign(said: string, { store, source }: TicketHolder): string {
    return createHmac('sha256', this.secret).update(`${said}\n${store}\n${source}`).digest('base64url')
  }
}
