import type { AdmissionOptions, CommandOf } from '../../src/index.ts'
import { type Books, giveLine, itemOf, move, scrap, takeLines, uncountLine } from './model-stock.ts'
import type { Column, ModelOrder, Verdict } from './model-types.ts'

export type OrdersContext = { books: Books; options: AdmissionOptions; now: number }

const moveAll = (books: Books, order: ModelOrder, from: Column, to: Column): void => {
  for (const line of order.lines) move(books, line.item, line.quantity - line.returned, from, to)
}

export function giveAll(books: Books, order: ModelOrder, from: Column): void {
  for (const line of order.lines) giveLine(books, line, order, from)
}

const presaleTerms = (books: Books, order: ModelOrder) => {
  const line = order.lines.find(({ item }) => itemOf(books, item).kind === 'presale')
  return line ? itemOf(books, line.item).terms : undefined
}

function close({ options, now }: OrdersContext, order: ModelOrder, state: ModelOrder['state']): void {
  order.state = state
  order.deadline = now + options.orderRetentionMs
}

function refund(context: OrdersContext, order: ModelOrder): Verdict {
  close(context, order, 'refundDue')
  return { code: 'refund_due' }
}

export function modelPay(context: OrdersContext, order: ModelOrder, command: CommandOf<'pay'>): Verdict {
  const { books, now } = context
  if (order.state === 'sold') return { code: 'already_paid' }
  if (order.state === 'refundDue') return { code: 'already_refunded' }
  if (order.presale && !order.depositPaid) return { code: 'deposit_missing' }
  if (order.state === 'locked' && now < (presaleTerms(books, order)?.balanceFrom ?? 0))
    return { code: 'balance_not_open' }
  if (order.amountCents !== command.amountCents) return { code: 'amount_differs' }
  if (order.state === 'released') return refund(context, order)
  if (order.state === 'lapsed') {
    if (takeLines(books, order.lines, order, 'sold').code !== 'accepted') return refund(context, order)
    close(context, order, 'sold')
    return { code: 'accepted_late' }
  }
  moveAll(books, order, order.state, 'sold')
  close(context, order, 'sold')
  return { code: 'accepted' }
}

export function modelPayDeposit(context: OrdersContext, order: ModelOrder, command: CommandOf<'payDeposit'>): Verdict {
  const { books, now } = context
  if (!order.presale || order.depositPaid) return { code: 'deposit_unexpected' }
  if (order.amountCents !== command.amountCents) return { code: 'amount_differs' }
  if (order.state === 'refundDue') return { code: 'already_refunded' }
  if (order.state === 'released') return refund(context, order)
  const until = presaleTerms(books, order)?.balanceUntil ?? 0
  const late = order.state === 'lapsed'
  if (late && (now >= until || takeLines(books, order.lines, order, 'locked').code !== 'accepted'))
    return refund(context, order)
  if (!late) moveAll(books, order, 'held', 'locked')
  order.state = 'locked'
  order.depositPaid = true
  order.amountCents = command.balanceCents
  order.deadline = until
  return { code: late ? 'accepted_late' : 'accepted', detail: Math.floor(until / 1000) }
}

export function modelRelease(context: OrdersContext, order: ModelOrder): Verdict {
  switch (order.state) {
    case 'sold':
      return { code: 'already_paid' }
    case 'released':
      return { code: 'already_released' }
    case 'lapsed':
      return { code: 'already_lapsed' }
    case 'refundDue':
      return { code: 'already_refunded' }
    default:
      giveAll(context.books, order, order.state)
      close(context, order, 'released')
      return { code: 'accepted' }
  }
}

export function modelReturn({ books }: OrdersContext, order: ModelOrder, command: CommandOf<'returnGoods'>): Verdict {
  if (order.state !== 'sold') return { code: 'order_unpaid' }
  if (command.quantity < 1) return { code: 'quantity_invalid' }
  const lines = order.lines.filter((line) => line.item === command.item)
  if (lines.length === 0) return { code: 'line_unknown' }
  const out = lines.reduce((sum, line) => sum + line.quantity - line.returned, 0)
  if (out < command.quantity) return { code: 'return_exceeds', detail: out }
  let left = command.quantity
  for (const line of lines.reverse()) {
    const units = Math.min(left, line.quantity - line.returned)
    line.returned += units
    left -= units
    if (command.restoreLimit) uncountLine(books, line, order, units)
  }
  if (command.scrap) scrap(books, command.item, command.quantity)
  else move(books, command.item, command.quantity, 'sold', 'free')
  return { code: 'accepted' }
}
