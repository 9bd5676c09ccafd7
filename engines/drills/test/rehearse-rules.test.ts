import { cents } from '@zhanggui/kernel'
import { type PublishGood, type Rule, TMALL_PARALLEL } from '@zhanggui/promotion'
import { describe, expect, test } from 'vitest'
import { type RehearsalCase, rehearseRules } from '../src/index.ts'

const GOODS: readonly PublishGood[] = [9_900, 12_900, 19_900, 29_900].map((unitCents, i) => ({
  skuId: `sku-${i}`,
  spuId: `spu-${i}`,
  shopId: 'shop',
  unitCents: cents(unitCents),
  costCents: Math.round(unitCents * 0.5),
  lowestCents: Math.round(unitCents * 0.6),
}))

/** 满 300 减 50, once for each whole threshold. */
const spendAndSave = (minCents: number, cutCents: number): Rule => ({
  ruleId: `spend-${minCents}`,
  name: '满减',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents, cutCents }] },
  shopId: 'shop',
})

const CASE: Omit<RehearsalCase, 'rules'> = {
  pipeline: TMALL_PARALLEL,
  goods: GOODS,
  at: '2026-11-11T00:00:00.000Z',
  seed: '1',
  carts: 500,
}

const rehearse = (rules: readonly Rule[]) => {
  const made = rehearseRules({ ...CASE, rules })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

describe('rules are rehearsed on a copy of real settings', () => {
  test('[P15.03] sound rules bring nothing below cost or floor', () => {
    expect(rehearse([spendAndSave(30_000, 5_000)])).toEqual({ carts: 500, refused: 0, findings: [] })
  })

  test('[P15.03] a planted slip, 满 300 减 50 typed as 满 100 减 90, is found and named with its worst cart', () => {
    const { findings } = rehearse([spendAndSave(30_000, 5_000), spendAndSave(10_000, 9_000)])
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]?.ruleIds).toContain('spend-10000')
    expect(findings[0]?.worst.payableCents).toBeLessThan(
      (findings[0]?.worst.limitCents ?? 0) * (findings[0]?.worst.quantity ?? 0),
    )
  })

  test('[P15.03] the settings that are rehearsed stay as they were, and the same seed finds the same', () => {
    const rules = [spendAndSave(10_000, 9_000)]
    const before = JSON.stringify(rules)
    expect(rehearse(rules)).toEqual(rehearse(rules))
    expect(JSON.stringify(rules)).toBe(before)
  })
})
