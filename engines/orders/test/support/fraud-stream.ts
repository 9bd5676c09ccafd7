import type { Rng } from '@zhanggui/kernel'
import { type Command, type Key, NO_SIGNALS } from '../../src/index.ts'
import { idOf, NOON, reserveOf } from './shop.ts'

export type Labelled = { command: Command; at: number; fraud: boolean }
type Attempt = { buyer: Key; source: Key; device: Key; age: number; cents: number; quantity: number; marks: number }

const keyOf = (n: number, kind: number): Key => [n, kind]

/** Most buyers order once; some live at new addresses, use new phones or a company's proxy. */
const honest = (rng: Rng): Attempt => ({
  buyer: keyOf(rng.int(1_000_000), 1),
  source: keyOf(rng.int(20_000), 2),
  device: keyOf(rng.int(1_000_000), 3),
  age: Math.floor(20 + rng.next() ** 2 * 2000),
  cents: Math.floor(3_000 + rng.next() ** 3 * 80_000),
  quantity: rng.next() < 0.9 ? 1 : 2,
  marks: (rng.next() < 0.12 ? 1 : 0) | (rng.next() < 0.08 ? 2 : 0) | (rng.next() < 0.04 ? 4 : 0),
})

/** Three planted kinds of fraud: scalpers from a few machines, stolen accounts, and fresh accounts made in heaps. */
function fraudulent(rng: Rng): Attempt {
  const kind = rng.int(3)
  const base = honest(rng)
  if (kind === 0)
    return { ...base, source: keyOf(rng.int(4), 9), device: keyOf(rng.int(8), 9), age: 5 + rng.int(200), quantity: 2 }
  if (kind === 1) return { ...base, cents: 60_000 + rng.int(300_000), marks: 1 | 2 | (rng.next() < 0.7 ? 4 : 0) }
  return { ...base, age: rng.int(3), source: keyOf(rng.int(30), 8), marks: 1 | (rng.next() < 0.5 ? 2 : 0) }
}

/** Orders of some minutes, one in twenty-five a fraud, each with its label. Scenario: test support, not a real shop. */
export function fraudStream(rng: Rng, count: number): Labelled[] {
  return Array.from({ length: count }, (_, n) => {
    const fraud = rng.next() < 0.04
    const { buyer, source, device, age, cents, quantity, marks } = fraud ? fraudulent(rng) : honest(rng)
    const at = NOON + n * 20
    const signals = {
      ...NO_SIGNALS,
      source,
      device,
      accountAgeDays: age,
      newAddress: (marks & 1) !== 0,
      newDevice: (marks & 2) !== 0,
      proxyNetwork: (marks & 4) !== 0,
    }
    const body = reserveOf({ buyer, amountCents: cents, paid: true, signals, lines: [{ item: 1, quantity }] })
    return { command: { ...body, id: idOf(100_000 + n), issuedAt: at }, at, fraud }
  })
}
