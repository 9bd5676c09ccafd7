import { RESULT } from '../codes/result-code.ts'
import { ITEM_KIND } from '../frame/command-kind.ts'
import { BOUNDS, ITEM_BITS, ITEM_MASK, LINE, LINE_FLAG, pairAt, RESERVE, RESERVE_FLAG } from '../frame/layout.ts'
import { aheadOf, dropTicket, ticketOf } from '../gate/tickets.ts'
import { type Admission, clockOf, OUTCOME } from '../state/admission.ts'
import { ITEM, itemRow } from '../tables/item-rows.ts'

/** Is the item open for sale at this instant, under these terms? */
function checkItem(core: Admission, item: number, version: number): number {
  const { items, options } = core
  if (item === 0 || item >= options.items) return RESULT.item_unknown
  const row = itemRow(item)
  const kind = items[row + ITEM.kind] as number
  if (kind === 0) return RESULT.item_unknown
  if (items[row + ITEM.closed] !== 0) return RESULT.item_closed
  const closesAt = pairAt(items, row + ITEM.closesAt)
  if (closesAt !== 0 && clockOf(core) >= closesAt) return RESULT.item_closed
  if (clockOf(core) < pairAt(items, row + ITEM.opensAt)) return RESULT.not_open_yet
  if (version === 0 || version === items[row + ITEM.version]) return RESULT.accepted
  core.outcome[OUTCOME.detail] = items[row + ITEM.version] as number
  return kind === ITEM_KIND.coupon ? RESULT.coupon_changed : RESULT.price_changed
}

function checkTicket(core: Admission, gate: number, frame: Int32Array, buyer: number): number {
  const ticket = ticketOf(core, gate, frame, buyer)
  if (ticket < 0) return RESULT.ticket_missing
  const ahead = aheadOf(core, gate, ticket)
  if (ahead === 0) return RESULT.accepted
  if (ahead < 0) dropTicket(core, gate, frame, buyer)
  core.outcome[OUTCOME.detail] = Math.max(0, ahead)
  return ahead < 0 ? RESULT.ticket_missing : RESULT.ticket_waiting
}

function checkLine(core: Admission, frame: Int32Array, start: number, line: number): number {
  const quantity = frame[line + LINE.quantity] as number
  if (quantity < 1 || quantity > BOUNDS.quantityMax) return RESULT.quantity_invalid
  const item = (frame[line + LINE.item] as number) & ITEM_MASK
  const code = checkItem(core, item, frame[line + LINE.version] as number)
  if (code !== RESULT.accepted) return code
  const gate = core.items[itemRow(item) + ITEM.gate] as number
  return gate === 0 ? RESULT.accepted : checkTicket(core, gate, frame, start + RESERVE.buyer)
}

/** A presale's deposit is for the presale alone: presents and coupons may be with it, goods paid at once may not. */
function presaleHolds(core: Admission, frame: Int32Array, start: number, lines: number): boolean {
  let presales = 0
  let others = 0
  for (let i = 0; i < lines; i++) {
    const word = frame[start + RESERVE.lines + i * LINE.words] as number
    const kind = core.items[itemRow(word & ITEM_MASK) + ITEM.kind] as number
    if (kind === ITEM_KIND.presale) presales++
    else if (!((word >>> ITEM_BITS) & LINE_FLAG.gift) && kind !== ITEM_KIND.coupon && kind !== ITEM_KIND.gift) others++
  }
  const paidAtOnce = (((frame[start] as number) >>> 8) & RESERVE_FLAG.paid) !== 0
  return presales === 0 || (others === 0 && !paidAtOnce)
}

/** Every line of a reserve may be sold now, as far as terms go; the first line that may not says why. */
export function checkLines(core: Admission, frame: Int32Array, start: number, lines: number): number {
  for (let i = 0; i < lines; i++) {
    const code = checkLine(core, frame, start, start + RESERVE.lines + i * LINE.words)
    if (code === RESULT.accepted) continue
    core.outcome[OUTCOME.line] = i
    return code
  }
  return presaleHolds(core, frame, start, lines) ? RESULT.accepted : RESULT.terms_invalid
}
