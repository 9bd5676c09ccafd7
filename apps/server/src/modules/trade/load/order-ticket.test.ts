import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { TicketPrinter } from './order-ticket.ts'

const secret = createSecretKey(Buffer.alloc(32, 7))
const printer = new TicketPrinter(secret, 'today')
const place = { number: 12, toldAt: 34_567 }
const holder = { store: 'alpha', source: 'buyer' }

test('[P7.13] a ticket is read back by its holder', () => {
  expect(printer.read(printer.print(place, holder), holder)).toEqual({ kind: 'ours', place })
})

test.each([
  { what: 'of another source', as: { store: 'alpha', source: 'another' } },
  { what: 'at another shop', as: { store: 'beta', source: 'buyer' } },
])('[P7.13] a ticket $what is forged', ({ as }) => {
  expect(printer.read(printer.print(place, holder), as)).toEqual({ kind: 'forged' })
})

test.each(['', 'x', 'a.1.2.3', `today.1.2.${'a'.repeat(43)}`, `${'9'.repeat(400)}`])('no ticket: %j', (ticket) => {
  expect(printer.read(ticket, holder)).toEqual({ kind: 'forged' })
})

test('[P7.13] a number that was changed is forged', () => {
  expect(printer.read(printer.print(place, holder).replace('.12.', '.1.'), holder)).toEqual({ kind: 'forged' })
})

test('[P7.13] a ticket of an earlier run is genuine, and its number says nothing', () => {
  expect(printer.read(new TicketPrinter(secret, 'yesterday').print(place, holder), holder)).toEqual({
    kind: 'elsewhere',
  })
})
