import type { TradeCommand, TradeSignals } from '@zhanggui/contract'
import type { Command, ReserveLine, Signals } from '@zhanggui/orders'
import type { ItemBook } from '../items/item-book.ts'
import { idOfText } from '../trade-id.ts'
import { type KeyMaker, NO_KEY } from '../trade-keys.ts'

const SECOND = 1000
/** No item has this number, so the core answers `item_unknown` for a name that is not in the book. */
const UNKNOWN_ITEM = 0

type Translation = { book: ItemBook; keyOf: KeyMaker }
type Line = Extract<TradeCommand, { kind: 'reserve' }>['lines'][number]

const numberOf = ({ book }: Translation, item: string): number => book.named(item)?.number ?? UNKNOWN_ITEM

function lineOf(to: Translation, { item, quantity, version = 0, gift }: Line): ReserveLine {
  const line = { item: numberOf(to, item), quantity, version }
  if (!gift) return line
  const alternative = gift.alternative === undefined ? UNKNOWN_ITEM : numberOf(to, gift.alternative)
  return { ...line, gift: { alternative, mayBeMissing: gift.mayBeMissing } }
}

const signalsOf = ({ keyOf }: Translation, signals: TradeSignals): Signals => ({
  source: keyOf('source', signals.source),
  device: keyOf('device', signals.device),
  accountAgeDays: signals.accountAgeDays ?? 0,
  verified: signals.verified ?? false,
  newAddress: signals.newAddress ?? false,
  newDevice: signals.newDevice ?? false,
  proxyNetwork: signals.proxyNetwork ?? false,
})

/** A command in the shop's words as the core takes it. */
export function toCommand(to: Translation, command: TradeCommand): Command {
  const head = { id: idOfText(command.id), issuedAt: Date.parse(command.issuedAt) }
  switch (command.kind) {
    case 'reserve': {
      const { kind, buyer, address, amountCents, holdSeconds = 0, paid, signals, lines } = command
      return {
        ...head,
        kind,
        buyer: to.keyOf('buyer', buyer),
        address: address === undefined ? NO_KEY : to.keyOf('address', address),
        amountCents,
        holdMs: holdSeconds * SECOND,
        paid,
        signals: signalsOf(to, signals),
        lines: lines.map((line) => lineOf(to, line)),
      }
    }
    case 'returnGoods':
      return { ...command, ...head, order: idOfText(command.order), item: numberOf(to, command.item) }
    default:
      return { ...command, ...head, order: idOfText(command.order) }
  }
}

/** The items that a command names. */
export function namesIn(command: TradeCommand): string[] {
  if (command.kind === 'returnGoods') return [command.item]
  if (command.kind !== 'reserve') return []
  return command.lines.flatMap(({ item, gift }) =>
    gift?.alternative === undefined ? [item] : [item, gift.alternative],
  )
}
