import { type CommandOf, type Id, NO_SIGNALS, NO_TERMS } from '@zhanggui/orders'

export const NOON = Date.parse('2026-11-10T12:00:00.000Z')
export const idOf = (n: number): Id => [n, 0, 0, 7]

export const openItem = (id: number, item: number, stock: number, issuedAt = NOON): CommandOf<'openItem'> => ({
  id: idOf(id),
  issuedAt,
  kind: 'openItem',
  item,
  itemKind: 'sku',
  stock,
  terms: NO_TERMS,
  parts: [],
})

export const reserve = (id: number, item: number, quantity = 1, issuedAt = NOON): CommandOf<'reserve'> => ({
  id: idOf(id),
  issuedAt,
  kind: 'reserve',
  buyer: [id, 0],
  address: [0, 0],
  amountCents: 9_900,
  holdMs: 0,
  paid: false,
  signals: NO_SIGNALS,
  lines: [{ item, quantity, version: 0 }],
})
