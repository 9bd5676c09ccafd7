import type { Cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { compileRules, type NextStep, priceCart, TMALL_PARALLEL } from '../../src/index.ts'

const tiers = [
  { minCents: 30_000, cutCents: 4000 },
  { minCents: 60_000, cutCents: 10_000 },
]
const every = { tiers: [{ minCents: 30_000, cutCents: 5000 }], repeats: 3 }
const units = { tiers: [{ minUnits: 2, cutCents: 1000 }], repeats: 3 }
const gifts = { tiers: [{ minCents: 20_000, gifts: [{ skuId: 'g', units: 1 }] }], repeats: 2 }

/** A rule, what one line of units at 100 yuan (or one unit of an amount) brings, and how far it is to what comes next. */
const STEPS: readonly [string, string, object, { amount?: number; units?: number }, NextStep | undefined][] = [
  ['short of the first tier', 'spendAndSave', { tiers }, { amount: 29_999 }, { shortCents: 1, cutCents: 4000 }],
  ['at the first tier', 'spendAndSave', { tiers }, { amount: 30_000 }, { shortCents: 30_000, cutCents: 10_000 }],
  ['a fen short of the last', 'spendAndSave', { tiers }, { amount: 59_999 }, { shortCents: 1, cutCents: 10_000 }],
  ['at the last tier there is nothing more', 'spendAndSave', { tiers }, { amount: 60_000 }, undefined],
  ['every: the second time', 'spendAndSave', every, { amount: 30_000 }, { shortCents: 30_000, cutCents: 10_000 }],
  ['every: the last time', 'spendAndSave', every, { amount: 90_000 }, undefined],
  ['units: the second time', 'unitsAndSave', units, { units: 3 }, { shortUnits: 1, cutCents: 2000 }],
  ['units: the last time', 'unitsAndSave', units, { units: 6 }, undefined],
  ['gifts: the second one', 'giftWithPurchase', gifts, { amount: 20_000 }, { shortCents: 20_000 }],
  ['gifts: no third one', 'giftWithPurchase', gifts, { amount: 60_000 }, undefined],
  [
    'a share off: what it is just at the threshold',
    'spendPercent',
    { tiers: [{ minCents: 20_000, payBp: 9000 }] },
    { amount: 15_000 },
    { shortCents: 5000, cutCents: 2000 },
  ],
  [
    'a share off: the deeper one',
    'spendPercent',
    {
      tiers: [
        { minUnits: 2, payBp: 9500 },
        { minUnits: 3, payBp: 9000 },
      ],
    },
    { units: 2 },
    { shortUnits: 1 },
  ],
]

describe('how far it is to the next step', () => {
  it.each(STEPS)('[P6.02] %s', (_name, mechanic, params, { amount = 10_000, units: quantity = 1 }, next) => {
    const set = compileRules(TMALL_PARALLEL, [{ ruleId: 'r', name: 'r', mechanic, params: { ...params } }])
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    const line = { lineId: 'a', skuId: 'a', spuId: 'a', shopId: '甲', unitCents: amount as Cents, quantity }
    const priced = priceCart(set.value, { at: '2026-11-11T00:00:00.000Z', lines: [line] })
    if (!priced.ok) throw new Error(JSON.stringify(priced.error))
    expect(priced.value.outcomes[0]?.next).toEqual(next)
  })
})
