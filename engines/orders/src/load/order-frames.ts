import type { Rng } from '@zhanggui/kernel'
import { type Command, type Id, NO_SIGNALS, NO_TERMS } from '../frame/command.ts'
import { createFrameWriter, frameOf, writeCommand } from '../frame/frame-writer.ts'

/** What is asked of a core: `orders` of `lines` each, on `skus` open items, everybody limited to `buyerLimit` (0: no limit). */
export type OrderShape = { skus: number; lines: number; buyerLimit: number; orders: number; batch: number }

/** `setup` opens the items; `frames` are the orders, `batch` commands each. All of them are to be run at `LOAD_START` or later. */
export type LoadFrames = { setup: Int32Array[]; frames: Int32Array[] }

/** 2025-11-11 00:00 in Shanghai: the instant at which every command of the load says it was made. UTC ms. */
export const LOAD_START = 1_762_790_400_000

/** One order in fifty is sent twice, as a double click does. */
const REPEAT_SHARE = 0.02

/** Items opened in one frame. */
const SETUP_BATCH = 100

const idOf = (n: number, kind: number): Id => [n | 0, Math.imul(n, 0x9e3779b1), kind, 0x5eed]

const openItem = (item: number, stock: number, buyerLimit: number): Command => ({
  kind: 'openItem',
  id: idOf(item, 1),
  issuedAt: LOAD_START,
  item,
  itemKind: 'sku',
  stock,
  parts: [],
  terms: { ...NO_TERMS, buyerLimit, version: 1 },
})

/** As many units as are ordered: of some items the last is gone before the end, as in a sale. */
function setupFrames({ skus, buyerLimit, orders, lines }: OrderShape): Int32Array[] {
  const stock = Math.ceil((orders * lines) / skus)
  const frames: Int32Array[] = []
  for (let from = 1; from <= skus; from += SETUP_BATCH) {
    const writer = createFrameWriter()
    const end = Math.min(from + SETUP_BATCH, skus + 1)
    for (let item = from; item < end; item++) writeCommand(writer, openItem(item, stock, buyerLimit))
    frames.push(frameOf(writer))
  }
  return frames
}

/** The order of this number: drawn from its number alone, so that sent twice it is the same. */
function orderOf(n: number, { skus, lines, orders }: OrderShape, rng: Rng): Command {
  const first = rng.int(skus)
  const buyer = rng.int(orders * 2)
  return {
    kind: 'reserve',
    id: idOf(n, 2),
    issuedAt: LOAD_START,
    buyer: [buyer, Math.imul(buyer, 0x85ebca6b)],
    address: [0, 0],
    amountCents: 9_900,
    holdMs: 0,
    paid: false,
    signals: { ...NO_SIGNALS, source: [rng.int(65_536), 1], device: [buyer, 2] },
    lines: Array.from({ length: lines }, (_, i) => ({ item: 1 + ((first + i) % skus), quantity: 1, version: 1 })),
  }
}

/** All frames of a load, written beforehand: what is measured with them is deciding, not writing. */
export function orderFrames(shape: OrderShape, rng: Rng): LoadFrames {
  const frames: Int32Array[] = []
  let n = 0
  while (n < shape.orders) {
    const writer = createFrameWriter(shape.batch * 32)
    for (let i = 0; i < shape.batch && n < shape.orders; i++) {
      const isRepeat = n > 0 && rng.next() < REPEAT_SHARE
      const at = isRepeat ? rng.int(n) : n++
      writeCommand(writer, orderOf(at, shape, rng.fork(`${at}`)))
    }
    frames.push(frameOf(writer))
  }
  return { setup: setupFrames(shape), frames }
}
