import { createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { ruleReach } from '../../src/choose/reach.ts'
import { type Cart, type CartLine, compileRules, MECHANICS, TMALL_PARALLEL } from '../../src/index.ts'
import { type CartState, copyState, openState } from '../../src/price/cart-state.ts'
import { judge } from '../../src/price/judge.ts'
import type { CompiledRule } from '../../src/rules/compile-rules.ts'
import { firstUnits } from '../../src/share/unit-share.ts'

const SKUS = ['sku-1', 'sku-2', 'sku-3', 'sku-9']

function randomCart(rng: Rng, ruleId: string): Cart {
  const lines = Array.from({ length: 1 + rng.int(5) }, (_, i) => {
    const unitCents = 1 + rng.int(rng.pick([30, 30_000]))
    return {
      ...{ lineId: `l${i}`, skuId: rng.pick(SKUS), spuId: `p${i}`, shopId: '甲' },
      unitCents,
      quantity: 1 + rng.int(5),
      ...(rng.int(3) === 0 && { floorCents: rng.int(unitCents + 1) }),
    }
  }) as CartLine[]
  return {
    at: '2026-10-20T00:00:00.000Z',
    lines,
    buyer: { tier: 2, isNew: true, pointsBalance: 100_000 },
    pointsToUse: 1 + rng.int(50_000),
    shipping: [{ shopId: '甲', feeCents: 600 as never }],
    tickets: [{ ruleId, unitCents: 1000 as never, units: 1 + rng.int(4), estimateCents: 3000 as never }],
  }
}

/** A cut on a line lowers what its taken units pay in proportion; units that are taken pay their part. */
function lessOfLine(state: CartState, i: number, { cut, units }: { cut: number; units: number }): void {
  const before = state.remaining[i] as number
  const taken = state.takenCents[i] as number
  const left = before === 0 ? taken : taken - Math.floor((cut * taken) / before)
  const free = state.freeUnits[i] as number
  state.remaining[i] = before - cut
  state.takenCents[i] = left + (units === 0 ? 0 : firstUnits(before - cut - left, free, units))
  state.freeUnits[i] = free - units
}

/** Less of everything: lines kept out, units gone, amounts fallen. */
function lessened(state: CartState, rng: Rng): CartState {
  const less = copyState(state)
  for (let i = 0; i < less.lines.length; i++) {
    const before = less.remaining[i] as number
    const free = less.freeUnits[i] as number
    lessOfLine(less, i, { cut: rng.int(2) * rng.int(before + 1), units: rng.int(2) * rng.int(free + 1) })
    less.activity[i] = Math.max(less.remaining[i] as number, rng.int((less.activity[i] as number) + 1))
    if (rng.int(3) === 0) {
      less.blocked[i] = -1
      less.blockedLevels = -1
    }
  }
  return less
}

function takes(compiled: CompiledRule, state: CartState): number {
  const judged = judge({ compiled, claimId: undefined }, state)
  return judged.hit ? judged.cutCents : 0
}

/** The bound that the search for the best choice works with. */
function mostOf(compiled: CompiledRule, state: CartState): number {
  const { total, fees } = ruleReach({ compiled, claimId: undefined }, state)
  return total + fees
}

const VARIANTS: Record<string, readonly Readonly<Record<string, unknown>>[]> = {
  directCut: [{ cutCents: 1000, unitsPerBuyer: 2 }],
  percentOff: [{ payBp: 3333, unitsPerBuyer: 3 }, { payBp: 3333 }, { payBp: 9500 }],
  nthUnit: [
    {
      steps: [
        { nth: 2, payBp: 5000 },
        { nth: 3, payBp: 0 },
      ],
      acrossSkus: true,
    },
  ],
  fixedPrice: [{ priceCents: 9900 }],
  pointsBurn: [{ stepPoints: 1, stepCents: 1, capBp: 3333 }],
}

describe('bounds of the best choice', () => {
  it.each(
    MECHANICS.flatMap(({ mechanic, example }) =>
      [example, ...(VARIANTS[mechanic] ?? [])].map((p) => [mechanic, p] as const),
    ),
  )('%s %j takes no more than its bound from a cart that has less', (mechanic, params) => {
    const set = compileRules(TMALL_PARALLEL, [{ ruleId: 'r', name: '规则', mechanic, params, group: 'own' }])
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    const compiled = set.value.rules.get('r') as CompiledRule
    const rng = createRng(`steady/${mechanic}/${JSON.stringify(params)}`)
    for (let n = 0; n < 1500; n++) {
      const cart = randomCart(rng, 'r')
      const whole = lessened(openState(cart, Date.parse(cart.at)), rng)
      const less = lessened(whole, rng)
      const [most, taken] = [mostOf(compiled, whole), takes(compiled, less)]
      if (taken > most) expect.unreachable(`${taken} > ${most}: ${JSON.stringify({ whole, less })}`)
    }
  })
})
