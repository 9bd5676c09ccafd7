import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules, MECHANICS, priceCart, type Rule, TMALL_PARALLEL } from '../../src/index.ts'
import { line } from '../support/order.ts'

/** Values near those that rules hold: wrong kinds, edges, and amounts beyond what may be named. */
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, '', '0', 'a', '2026-11-11T00:00:00.000Z', 'not a time'),
  fc.constantFrom(-1, 0, 1, 2, 0.5, 9999, 10_000, 10_001, 1e10, 1e11, Number.MAX_SAFE_INTEGER, 1e300, Number.NaN),
)
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(fc.constantFrom('minCents', 'cutCents', 'skuId', 'units', 'tiers', 'x'), tie('value'), {
    maxKeys: 4,
  }),
})).value

/** The mechanic's own example with some of its fields replaced, dropped or joined by others. */
const paramsLike = (example: Readonly<Record<string, unknown>>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(example), 'unknown'), fc.option(anyValue, { nil: undefined }), {
      maxKeys: 3,
    })
    .map((changes) =>
      Object.fromEntries(Object.entries({ ...example, ...changes }).filter(([, value]) => value !== undefined)),
    )

const CART = {
  at: '2026-11-11T00:00:00.000Z',
  lines: [line('sku-1', 10_000, { quantity: 3 }), line('sku-2', 1), line('sku-3', 99_900, { quantity: 2 })],
  claims: [{ claimId: 'k', ruleId: 'r' }],
  tickets: [{ ruleId: 'r', units: 1 }],
  pointsToUse: 500,
  payment: { method: 'payLater', instalments: 3 },
}

/** Whatever is sent: every problem in words, or a rule that prices. Nothing is thrown and nothing is half-applied. */
function holds(rule: Rule): void {
  const set = compileRules(TMALL_PARALLEL, [rule])
  if (!set.ok) {
    expect(set.error.length).toBeGreaterThan(0)
    return
  }
  const priced = priceCart(set.value, CART)
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  for (const { payableCents } of priced.value.lines)
    expect(Number.isSafeInteger(payableCents) && payableCents >= 0).toBe(true)
}

describe('whatever an operator sends', () => {
  it.each(MECHANICS.map((mechanic) => [mechanic.mechanic, mechanic] as const))(
    '[P6.01] %s: parameters of any shape are refused with their problems, or price a cart',
    (_name, { mechanic, example }) => {
      fc.assert(
        fc.property(paramsLike(example), (params) => holds({ ruleId: 'r', name: 'r', mechanic, params })),
        { seed: 601, numRuns: 150 },
      )
    },
  )

  it('[P6.01] a frame of any shape around sound parameters is refused with its problems, or prices a cart', () => {
    const frame = fc.record(
      {
        level: fc.constantFrom('shop', 'item', 'nowhere', 'payment'),
        group: fc.constantFrom('spendAndSave', 'mine'),
        priority: fc.constantFrom(-1, 0, 1.5, 1e300),
        maxCents: scalar,
        timesPerBuyer: scalar,
        payers: fc.array(fc.record({ payer: fc.constantFrom('shop', 'nobody'), bp: scalar }), { maxLength: 3 }),
        when: fc.dictionary(fc.constantFrom('from', 'until', 'minTier', 'channels'), scalar, { maxKeys: 3 }),
        blocks: fc.array(fc.constantFrom('shop', 'nowhere'), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    )
    const params = { tiers: [{ minCents: 10_000, cutCents: 100 }] }
    fc.assert(
      fc.property(frame, (more) => {
        const sent: unknown = { ruleId: 'r', name: 'r', mechanic: 'spendAndSave', params, ...more }
        holds(sent as Rule)
      }),
      { seed: 602, numRuns: 600 },
    )
  })
})
