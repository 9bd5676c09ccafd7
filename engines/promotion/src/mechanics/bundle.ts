import { type SetPart, sellSets, setsWithin, worthwhileSets } from './best-sets.ts'
import { dearestFirst, unitsOf } from './dearest-units.ts'
import { type Basket, defineMechanic, type ParamProblem, type Verdict } from './mechanic.ts'
import { amount, count, onlyFields, optional, paramProblem, rowsOf, text, textList } from './params.ts'

/** One place of the set: so many units of any of these SKUs. */
export type BundlePart = { skuIds: readonly string[]; units: number }
/**
 * Goods that are cheaper together (套餐, 组合套餐), `times` at most in one order. `setSkuId` is the set's own SKU where it is stocked
 * and sold under one; a set may be a part of another set, but never of itself.
 */
export type Bundle = { parts: readonly BundlePart[]; priceCents: number; times?: number; setSkuId?: string }

const checkPart = (row: Readonly<Record<string, unknown>>): ParamProblem[] => [
  ...onlyFields(row, ['skuIds', 'units']),
  ...textList(row, 'skuIds'),
  ...count(row, 'units', 1000),
]

function checkParts({ parts, setSkuId }: Bundle): ParamProblem[] {
  const skuIds = parts.flatMap((part) => part.skuIds)
  if (setSkuId !== undefined && skuIds.includes(setSkuId))
    return paramProblem('parts', 'bundle_holds_itself', '套餐里不能有它自己', 'a set cannot be a part of itself')
  if (new Set(skuIds).size < skuIds.length)
    return paramProblem(
      'parts',
      'parts_overlap',
      '一个规格只能放在一个位置，要多件请改件数',
      'a SKU stands in one part only; raise its units instead',
    )
  return []
}

function missing(parts: readonly SetPart[]): Verdict {
  const shortUnits = parts.reduce((sum, { runs, units }) => sum + Math.max(0, units - unitsOf(runs)), 0)
  return { hit: false, reason: 'parts_missing', next: { shortUnits } }
}

function applyBundle({ parts, priceCents, times = Number.MAX_SAFE_INTEGER }: Bundle, basket: Basket): Verdict {
  const filled = parts.map(({ skuIds, units }) => ({ runs: dearestFirst(basket, (id) => skuIds.includes(id)), units }))
  if (setsWithin(filled) === 0) return missing(filled)
  const sets = worthwhileSets(filled, priceCents, times)
  return sets === 0 ? { hit: false, reason: 'no_cheaper' } : sellSets(filled, sets, priceCents, basket.lines.length)
}

export const bundle = defineMechanic<Bundle>({
  mechanic: 'bundle',
  zh: '套餐',
  en: 'Bundle',
  level: 'mechanic',
  group: 'bundle',
  usesUnits: () => true,
  example: {
    parts: [
      { skuIds: ['sku-1'], units: 1 },
      { skuIds: ['sku-2', 'sku-3'], units: 2 },
    ],
    priceCents: 19_900,
  },
  check(params) {
    const problems = [
      ...onlyFields(params, ['parts', 'priceCents', 'times', 'setSkuId']),
      ...rowsOf(params, 'parts', checkPart),
      ...amount(params, 'priceCents'),
      ...optional(params, 'times', () => count(params, 'times')),
      ...optional(params, 'setSkuId', () => text(params, 'setSkuId')),
    ]
    return problems.length > 0 ? problems : checkParts(params as unknown as Bundle)
  },
  apply: applyBundle,
})
