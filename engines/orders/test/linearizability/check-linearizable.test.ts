import { createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { checkLinearizable, type Operation, type StockInput, type StockOutput, stockModel } from '../../src/index.ts'
import { idOf, Shop } from '../support/shop.ts'

type Recorded = Operation<StockInput, StockOutput>
const op = (calledAt: number, returnedAt: number | undefined, input: StockInput, output?: StockOutput): Recorded => ({
  calledAt,
  returnedAt,
  input,
  output,
})
const reserve = (order: number, quantity = 1): StockInput => ({ kind: 'reserve', order, quantity })

describe('a history', () => {
  it.each([
    {
      what: 'one after another',
      ok: true,
      units: 1,
      history: [op(0, 1, reserve(1), 'accepted'), op(2, 3, reserve(2), 'out_of_stock')],
    },
    {
      what: 'the last unit sold twice',
      ok: false,
      units: 1,
      history: [op(0, 5, reserve(1), 'accepted'), op(1, 6, reserve(2), 'accepted')],
    },
    {
      what: 'overlapping, the later one first',
      ok: true,
      units: 1,
      history: [op(0, 9, reserve(1), 'out_of_stock'), op(1, 2, reserve(2), 'accepted')],
    },
    {
      what: 'refused before anybody had taken anything',
      ok: false,
      units: 1,
      history: [op(0, 1, reserve(1), 'out_of_stock'), op(2, 3, reserve(2), 'accepted')],
    },
    {
      what: 'explained by one whose answer was lost',
      ok: true,
      units: 1,
      history: [op(0, undefined, reserve(1)), op(2, 3, reserve(2), 'out_of_stock')],
    },
    {
      what: 'a release seen before it was asked for',
      ok: false,
      units: 1,
      history: [
        op(0, 1, reserve(1), 'accepted'),
        op(2, 3, reserve(2), 'accepted'),
        op(4, 5, { kind: 'release', order: 1 }, 'accepted'),
      ],
    },
  ])('$what: linearizable is $ok', ({ ok, units, history }) => {
    expect(checkLinearizable(history, stockModel(units)).linearizable).toBe(ok)
  })
})

/** Clients that overlap, on the core itself: each operation is decided at some instant between its call and its return. */
function record(rng: Rng, count: number, units: number): Recorded[] {
  const shop = new Shop({ commandsMax: 16 })
  shop.open(1, 'sku', units)
  const calls = Array.from({ length: count }, (_, i) => {
    const order = 1 + rng.int(i + 1)
    const kind = rng.pick(['reserve', 'pay', 'release'] as const, [5, 3, 2])
    const input: StockInput = kind === 'reserve' ? reserve(i + 1, 1 + rng.int(2)) : { kind, order }
    const calledAt = i * 10 + rng.int(10)
    return {
      input,
      calledAt,
      decidedAt: calledAt + rng.int(60),
      returnedAt: 0,
      output: undefined as StockOutput | undefined,
    }
  })
  for (const call of [...calls].sort((a, b) => a.decidedAt - b.decidedAt)) {
    call.returnedAt = call.decidedAt + rng.int(30)
    const { input } = call
    if (input.kind === 'reserve')
      call.output = shop.reserve({ id: idOf(5000 + input.order), lines: [{ item: 1, quantity: input.quantity }] })
        .code as StockOutput
    else {
      const order = idOf(5000 + input.order)
      call.output = shop.send(
        input.kind === 'pay' ? { kind: 'pay', order, amountCents: 9_900 } : { kind: 'release', order },
      ).code as StockOutput
    }
  }
  return calls
    .map(({ calledAt, returnedAt, input, output }) => op(calledAt, returnedAt, input, output))
    .sort((a, b) => a.calledAt - b.calledAt)
}

describe('[P7.03] the core', () => {
  it('gives linearizable histories: thirty of three hundred operations, six at a time', () => {
    for (let seed = 0; seed < 30; seed++) {
      const history = record(createRng(`history-${seed}`), 300, 40)
      expect(checkLinearizable(history, stockModel(40)).linearizable, `seed ${seed}`).toBe(true)
    }
  })

  it('and a history in which one more was accepted than there were units is found out', () => {
    let found = 0
    for (let seed = 0; seed < 10; seed++) {
      const history = record(createRng(`history-${seed}`), 120, 20)
      const refused = history.findIndex(({ output }) => output === 'out_of_stock')
      const doctored = history.map((operation, i) =>
        i === refused ? { ...operation, output: 'accepted' as const } : operation,
      )
      if (!checkLinearizable(doctored, stockModel(20)).linearizable) found++
    }
    expect(found).toBe(10)
  })
})
