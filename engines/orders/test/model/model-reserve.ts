import type { AdmissionOptions, CommandOf, ReserveLine } from '../../src/index.ts'
import type { ModelGates } from './model-gates.ts'
import { type Books, freeOf, giveLine, itemOf, takeLine } from './model-stock.ts'
import { keyText, type ModelLine, type ModelOrder, type Verdict } from './model-types.ts'

export type ReserveContext = {
  books: Books
  gates: ModelGates
  options: AdmissionOptions
  blocks: Map<string, number>
  now: number
}

const QUANTITY_MAX = 1_000_000

function checkLine(context: ReserveContext, command: CommandOf<'reserve'>, line: ReserveLine): Verdict {
  const { books, now, gates } = context
  if (line.quantity < 1 || line.quantity > QUANTITY_MAX) return { code: 'quantity_invalid' }
  const item = books.items.get(line.item)
  if (!item) return { code: 'item_unknown' }
  const { opensAt, closesAt, version, gate } = item.terms
  if (item.closed || (closesAt !== 0 && now >= closesAt)) return { code: 'item_closed' }
  if (now < opensAt) return { code: 'not_open_yet' }
  if (line.version !== 0 && line.version !== version)
    return { code: item.kind === 'coupon' ? 'coupon_changed' : 'price_changed', detail: version }
  return gate === 0 ? { code: 'accepted' } : gates.check(gate, command.buyer, now)
}

function presaleHolds(books: Books, command: CommandOf<'reserve'>): boolean {
  const kinds = command.lines.map((line) => (line.gift ? 'gift' : itemOf(books, line.item).kind))
  const all = command.lines.map((line) => itemOf(books, line.item).kind)
  if (!all.includes('presale')) return true
  // A present that is itself a presale item counts as presale.
  const others = kinds.some((kind, i) => all[i] !== 'presale' && !['gift', 'coupon'].includes(kind))
  return !others && !command.paid
}

function isBlocked({ blocks, now }: ReserveContext, command: CommandOf<'reserve'>): boolean {
  const { source, device } = command.signals
  return [command.buyer, command.address, source, device].some((key) => now < (blocks.get(keyText(key)) ?? 0) * 1000)
}

/** What a gift line gives: itself, its alternative or nothing. */
function resolveGift(books: Books, line: ReserveLine): { item: number; alternative: boolean } | undefined {
  const { gift } = line
  if (!gift || freeOf(books, line.item) >= line.quantity) return { item: line.item, alternative: false }
  const alternative = books.items.get(gift.alternative)
  if (alternative && !alternative.closed && freeOf(books, gift.alternative) >= line.quantity)
    return { item: gift.alternative, alternative: true }
  return gift.mayBeMissing ? undefined : { item: line.item, alternative: false }
}

function takeAll(
  { books }: ReserveContext,
  command: CommandOf<'reserve'>,
): { lines: ModelLine[]; verdict: Verdict; giftAlternative: boolean; giftLeftOut: boolean } {
  const lines: ModelLine[] = []
  let giftLeftOut = false
  for (const [i, asked] of command.lines.entries()) {
    const given = resolveGift(books, asked)
    if (!given) {
      giftLeftOut = true
      continue
    }
    const line: ModelLine = {
      ...given,
      quantity: asked.quantity,
      returned: 0,
      gift: asked.gift !== undefined,
      buyerCounted: false,
      addressCounted: false,
    }
    const verdict = takeLine(books, line, command, command.paid ? 'sold' : 'held')
    if (verdict.code !== 'accepted') {
      for (const taken of lines) giveLine(books, taken, command, command.paid ? 'sold' : 'held')
      return { lines: [], verdict: { ...verdict, line: i }, giftAlternative: false, giftLeftOut: false }
    }
    lines.push(line)
  }
  return {
    lines,
    verdict: { code: lines.length > 0 ? 'accepted' : 'gift_gone' },
    giftAlternative: lines.some((line) => line.alternative),
    giftLeftOut,
  }
}

/** The verdict on a reserve, and the order where it is accepted. */
export function modelReserve(
  context: ReserveContext,
  command: CommandOf<'reserve'>,
): { verdict: Verdict; order?: ModelOrder } {
  const { books, options, now, gates } = context
  for (const [i, line] of command.lines.entries()) {
    const verdict = checkLine(context, command, line)
    if (verdict.code !== 'accepted') return { verdict: { ...verdict, line: i } }
  }
  if (!presaleHolds(books, command)) return { verdict: { code: 'terms_invalid' } }
  if (isBlocked(context, command)) return { verdict: { code: 'blocked' } }
  const { lines, verdict, giftAlternative, giftLeftOut } = takeAll(context, command)
  if (verdict.code !== 'accepted') return { verdict: { ...verdict, giftAlternative, giftLeftOut } }
  for (const line of command.lines) gates.use(itemOf(books, line.item).terms.gate, command.buyer)
  const first = itemOf(books, (command.lines[0] as ReserveLine).item)
  const hold = Math.min(command.holdMs || first.terms.holdSeconds * 1000 || options.holdMs, options.holdMsMax)
  const deadline = now + (command.paid ? options.orderRetentionMs : hold)
  const order: ModelOrder = {
    state: command.paid ? 'sold' : 'held',
    presale: command.lines.some((line) => itemOf(books, line.item).kind === 'presale'),
    depositPaid: false,
    buyer: command.buyer,
    address: command.address,
    amountCents: command.amountCents,
    deadline,
    lines,
  }
  const detail = command.paid ? 0 : Math.floor(deadline / 1000)
  return { verdict: { code: 'accepted', giftAlternative, giftLeftOut, detail }, order }
}
