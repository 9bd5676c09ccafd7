import {
  type Command,
  type CommandBody,
  type Id,
  type ItemKind,
  NO_SIGNALS,
  NO_TERMS,
  type Terms,
} from '@zhanggui/orders'

/** 2026-11-10 20:00 in Shanghai. */
export const EVENING = Date.parse('2026-11-10T12:00:00.000Z')

export const idOf = (n: number): Id => [n, 0, 0, 9]

type Line = {
  item: number
  quantity?: number
  version?: number
  gift?: { alternative: number; mayBeMissing: boolean }
}

export const open = (
  item: number,
  itemKind: ItemKind,
  stock: number,
  terms: Partial<Terms> = {},
  parts: readonly { item: number; units: number }[] = [],
): CommandBody => ({ kind: 'openItem', item, itemKind, stock, terms: { ...NO_TERMS, ...terms }, parts })

type Wish = { buyer?: number; address?: number; paid?: boolean; holdMs?: number; amountCents?: number }

export const reserve = (lines: readonly Line[], wish: Wish = {}): CommandBody => ({
  kind: 'reserve',
  buyer: [wish.buyer ?? 1, 5],
  address: wish.address ? [wish.address, 6] : [0, 0],
  amountCents: wish.amountCents ?? 9_900,
  holdMs: wish.holdMs ?? 0,
  paid: wish.paid ?? false,
  signals: NO_SIGNALS,
  lines: lines.map((line) => ({ quantity: 1, version: 0, ...line })),
})

export const pay = (order: number, amountCents = 9_900): CommandBody => ({
  kind: 'pay',
  order: idOf(order),
  amountCents,
})
export const release = (order: number): CommandBody => ({ kind: 'release', order: idOf(order) })
export const adjust = (item: number, delta: number): CommandBody => ({ kind: 'adjustStock', item, delta })
export const deposit = (order: number): CommandBody => ({
  kind: 'payDeposit',
  order: idOf(order),
  amountCents: 9_900,
  balanceCents: 50_000,
})
export const giveBack = (order: number, item: number, quantity: number, scrap = false): CommandBody => ({
  kind: 'returnGoods',
  order: idOf(order),
  item,
  quantity,
  scrap,
  restoreLimit: true,
})

/**
 * One step: a command, under the number of its place in the list or under `id`, so much later than the one before; and the answer,
 * as `code`, `code@line`, `code=detail` or `code@line=detail`, with `+` behind a repeated one, `~alternative` and `~left out`.
 */
export type Step = { send: CommandBody; id?: number; laterMs?: number; answer: string }
/** Units by item, free/held/locked/sold. */
export type Case = { rule: string; steps: readonly Step[]; stock: Readonly<Record<number, string>> }

const BOX = [
  { item: 1, units: 2 },
  { item: 2, units: 1 },
]
const MINUTE = 60_000

/** The rules as every backend has to keep them. Items 1 to 9 lie on different shards, so most orders here lie on several. */
export const CASES: readonly Case[] = [
  {
    rule: 'two lines on one item are counted together and refused together',
    steps: [
      { send: open(1, 'sku', 3), answer: 'accepted' },
      {
        send: reserve([
          { item: 1, quantity: 2 },
          { item: 1, quantity: 2 },
        ]),
        answer: 'out_of_stock@1=1',
      },
      { send: reserve([{ item: 1, quantity: 2 }, { item: 1 }]), answer: 'accepted' },
    ],
    stock: { 1: '0/3/0/0' },
  },
  {
    rule: 'an order over several shards is reserved whole or not at all, and the first line that cannot be had is named',
    steps: [
      { send: open(1, 'sku', 5), answer: 'accepted' },
      { send: open(2, 'sku', 1), answer: 'accepted' },
      { send: open(3, 'sku', 1), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2, quantity: 2 }, { item: 3, quantity: 9 }]), answer: 'out_of_stock@1=1' },
      { send: reserve([{ item: 1 }, { item: 2 }, { item: 3 }]), answer: 'accepted' },
    ],
    stock: { 1: '4/1/0/0', 2: '0/1/0/0', 3: '0/1/0/0' },
  },
  {
    rule: 'the same id is answered the same, other content under it is refused',
    steps: [
      { send: open(1, 'sku', 1), answer: 'accepted' },
      { send: open(2, 'sku', 1), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }]), id: 50, answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }], { buyer: 2 }), id: 51, answer: 'out_of_stock@0=0' },
      { send: release(50), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }]), id: 50, answer: 'accepted+' },
      { send: reserve([{ item: 1 }, { item: 2 }], { buyer: 2 }), id: 51, answer: 'out_of_stock@0=0+' },
      { send: reserve([{ item: 1, quantity: 2 }]), id: 50, answer: 'id_reused' },
    ],
    stock: { 1: '1/0/0/0', 2: '1/0/0/0' },
  },
  {
    rule: 'what nobody pays for is free again on all shards; late money takes it again or is due for refund',
    steps: [
      { send: open(1, 'sku', 1), answer: 'accepted' },
      { send: open(2, 'sku', 1), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }], { holdMs: 5000 }), id: 50, answer: 'accepted' },
      { send: reserve([{ item: 2 }], { buyer: 2, holdMs: 5000 }), id: 51, laterMs: 5100, answer: 'accepted' },
      { send: pay(50), answer: 'refund_due' },
      { send: reserve([{ item: 1 }, { item: 2 }], { holdMs: 5000 }), id: 52, laterMs: 6000, answer: 'accepted' },
      { send: pay(52), laterMs: 6000, answer: 'accepted_late' },
      { send: pay(52), answer: 'already_paid' },
      { send: pay(51), answer: 'refund_due' },
      { send: pay(999), answer: 'order_unknown' },
    ],
    stock: { 1: '0/0/0/1', 2: '0/0/0/1' },
  },
  {
    rule: 'limits count over a person and an address and the items of a group, and come back with a release',
    steps: [
      { send: open(1, 'sku', 9, { buyerLimit: 2, addressLimit: 3 }), answer: 'accepted' },
      { send: open(2, 'sku', 9, { limitGroup: 1 }), answer: 'accepted' },
      { send: open(3, 'sku', 9), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 3 }], { address: 7 }), id: 50, answer: 'accepted' },
      { send: reserve([{ item: 3 }, { item: 2, quantity: 2 }], { address: 7 }), answer: 'buyer_limit@1=1' },
      { send: reserve([{ item: 2, quantity: 2 }], { buyer: 2, address: 7 }), answer: 'accepted' },
      { send: reserve([{ item: 3 }, { item: 2 }], { buyer: 3, address: 7 }), answer: 'address_limit@1=0' },
      { send: release(50), answer: 'accepted' },
      { send: reserve([{ item: 3 }, { item: 2 }], { buyer: 3, address: 7 }), answer: 'accepted' },
    ],
    stock: { 1: '9/0/0/0', 2: '6/3/0/0', 3: '8/1/0/0' },
  },
  {
    rule: 'a bundle has as many sets as its scarcest part allows, takes from all and comes back to all',
    steps: [
      { send: open(1, 'sku', 7), answer: 'accepted' },
      { send: open(2, 'sku', 5), answer: 'accepted' },
      { send: open(3, 'bundle', 0, { buyerLimit: 3 }, BOX), answer: 'accepted' },
      { send: reserve([{ item: 3, quantity: 4 }], { buyer: 2 }), answer: 'out_of_stock@0=3' },
      {
        send: reserve([
          { item: 3, quantity: 3 },
          { item: 1, quantity: 2 },
        ]),
        answer: 'out_of_stock@1=1',
      },
      { send: reserve([{ item: 3, quantity: 3 }], { paid: true }), id: 50, answer: 'accepted=0' },
      { send: giveBack(50, 3, 4), answer: 'return_exceeds=3' },
      { send: giveBack(50, 3, 1), id: 60, answer: 'accepted' },
      { send: giveBack(50, 3, 1), id: 60, answer: 'accepted+' },
      { send: giveBack(50, 3, 1, true), answer: 'accepted' },
      { send: giveBack(50, 9, 1), answer: 'line_unknown' },
    ],
    stock: { 1: '3/0/0/2', 2: '3/0/0/1' },
  },
  {
    rule: 'a gift that is gone is given as its alternative, then left out where the buyer agreed',
    steps: [
      { send: open(1, 'sku', 9), answer: 'accepted' },
      { send: open(2, 'gift', 1), answer: 'accepted' },
      { send: open(3, 'gift', 1), answer: 'accepted' },
      ...[
        { may: false, answer: 'accepted' },
        { may: false, answer: 'accepted~alternative' },
        { may: false, answer: 'gift_gone@1=0' },
        { may: true, answer: 'accepted~left out' },
      ].map(({ may, answer }) => ({
        send: reserve([{ item: 1 }, { item: 2, gift: { alternative: 3, mayBeMissing: may } }]),
        answer,
      })),
    ],
    stock: { 1: '6/3/0/0', 2: '0/1/0/0', 3: '0/1/0/0' },
  },
  {
    rule: 'a deposit locks the lot and what comes with it; the balance is taken in its window; what is not paid is free again',
    steps: [
      {
        send: open(1, 'presale', 2, { balanceFrom: EVENING + MINUTE, balanceUntil: EVENING + 2 * MINUTE }),
        answer: 'accepted',
      },
      { send: open(2, 'gift', 2), answer: 'accepted' },
      {
        send: reserve([{ item: 1 }, { item: 2, gift: { alternative: 0, mayBeMissing: false } }]),
        id: 50,
        answer: 'accepted',
      },
      {
        send: reserve([{ item: 1 }, { item: 2, gift: { alternative: 0, mayBeMissing: false } }]),
        id: 51,
        answer: 'accepted',
      },
      { send: pay(50), answer: 'deposit_missing' },
      { send: deposit(50), answer: 'accepted' },
      { send: deposit(51), answer: 'accepted' },
      { send: pay(50, 50_000), answer: 'balance_not_open' },
      { send: pay(50, 50_000), laterMs: MINUTE, answer: 'accepted' },
      { send: pay(51, 50_001), answer: 'amount_differs' },
      { send: release(50), laterMs: MINUTE, answer: 'already_paid' },
    ],
    stock: { 1: '1/0/0/1', 2: '1/0/0/1' },
  },
  {
    rule: 'terms are asked before stock, line by line, and staff take out only what is free',
    steps: [
      { send: open(1, 'sku', 5, { version: 4 }), answer: 'accepted' },
      { send: open(2, 'coupon', 1, { version: 2 }), answer: 'accepted' },
      { send: open(3, 'sku', 5, { opensAt: EVENING + MINUTE }), answer: 'accepted' },
      { send: open(3, 'sku', 5), answer: 'item_exists' },
      { send: reserve([{ item: 1, version: 3 }, { item: 8 }]), answer: 'price_changed@0=4' },
      {
        send: reserve([
          { item: 1, version: 4 },
          { item: 2, version: 1 },
        ]),
        answer: 'coupon_changed@1=2',
      },
      { send: reserve([{ item: 1, quantity: 9 }, { item: 8 }]), answer: 'item_unknown@1' },
      { send: reserve([{ item: 1 }, { item: 3 }]), answer: 'not_open_yet@1' },
      { send: reserve([{ item: 1, quantity: 0 }]), answer: 'quantity_invalid' },
      { send: reserve([{ item: 1, quantity: 4 }, { item: 2 }]), answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }]), answer: 'coupon_used_up@1=0' },
      { send: adjust(1, -2), answer: 'stock_below_zero=1' },
      { send: adjust(1, -1), answer: 'accepted' },
      { send: { kind: 'block', key: [3, 5], untilSeconds: EVENING / 1000 + 60 }, answer: 'accepted' },
      { send: reserve([{ item: 1 }, { item: 2 }], { buyer: 3 }), answer: 'blocked' },
    ],
    stock: { 1: '0/4/0/0', 2: '0/1/0/0', 3: '5/0/0/0' },
  },
]

/** The command of a step at its instant. */
export const commandOf = (step: Step, place: number, now: number): Command => ({
  ...step.send,
  id: idOf(step.id ?? 1000 + place),
  issuedAt: EVENING,
  ...(step.id === undefined && { issuedAt: now }),
})
