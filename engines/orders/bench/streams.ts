import { createRng } from '@zhanggui/kernel'
import { type Command, createFrameWriter, frameOf, type Id, NO_SIGNALS, NO_TERMS, writeCommand } from '../src/index.ts'

/** What is asked of the core: `skus` open items, `lines` of an order, everybody limited to `buyerLimit` (0: no limit). */
export type StreamShape = {
  skus: number
  lines: number
  buyerLimit: number
  orders: number
  batch: number
  payShare: number
}

/** One order in fifty is sent twice, as a double click does. */
const REPEAT_SHARE = 0.02

export const START = 1_762_790_400_000

const idOf = (n: number, kind: number): Id => [n | 0, Math.imul(n, 0x9e3779b1), kind, 0x5eed]

function openItems({ skus, buyerLimit, orders, lines }: StreamShape): Int32Array[] {
  const stock = Math.ceil((orders * lines) / skus)
  const frames: Int32Array[] = []
  for (let from = 1; from <= skus; from += 100) {
    const writer = createFrameWriter()
    for (let item = from; item < Math.min(from + 100, skus + 1); item++)
      writeCommand(writer, {
        kind: 'openItem',
        id: idOf(item, 1),
        issuedAt: START,
        item,
        itemKind: 'sku',
        stock,
        parts: [],
        terms: { ...NO_TERMS, buyerLimit, version: 1 },
      })
    frames.push(frameOf(writer))
  }
  return frames
}

function order(n: number, shape: StreamShape, draw: (bound: number) => number): Command {
  const first = draw(shape.skus)
  const lines = Array.from({ length: shape.lines }, (_, i) => ({
    item: 1 + ((first + i) % shape.skus),
    quantity: 1,
    version: 1,
  }))
  const buyer = draw(shape.orders * 2)
  return {
    kind: 'reserve',
    id: idOf(n, 2),
    issuedAt: START,
    buyer: [buyer, Math.imul(buyer, 0x85ebca6b)],
    address: [0, 0],
    amountCents: 9_900,
    holdMs: 0,
    paid: false,
    signals: { ...NO_SIGNALS, source: [draw(65_536), 1], device: [buyer, 2] },
    lines,
  }
}

/** All frames of a run, written beforehand: the bench measures deciding, not writing. */
export function streamOf(shape: StreamShape, seed = 'orders-bench'): { setup: Int32Array[]; frames: Int32Array[] } {
  const rng = createRng(seed)
  const frames: Int32Array[] = []
  let n = 0
  while (n < shape.orders) {
    const writer = createFrameWriter(shape.batch * 32)
    for (let i = 0; i < shape.batch && n < shape.orders; i++) {
      const again = n > 0 && rng.next() < REPEAT_SHARE
      const at = again ? rng.int(n) : n++
      if (!again && rng.next() < shape.payShare && n > shape.batch)
        writeCommand(writer, {
          kind: 'pay',
          id: idOf(at, 3),
          issuedAt: START,
          order: idOf(at - shape.batch, 2),
          amountCents: 9_900,
        })
      else
        writeCommand(
          writer,
          order(at, shape, (bound) => rng.fork(String(at)).int(bound)),
        )
    }
    frames.push(frameOf(writer))
  }
  return { setup: openItems(shape), frames }
}
