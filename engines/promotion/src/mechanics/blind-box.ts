import { cutUnits } from './limited-units.ts'
import { defineMechanic, type ParamProblem } from './mechanic.ts'
import { amount, count, onlyFields, paramProblem, rowsOf, text, wholeBetween } from './params.ts'

/** What may lie in a box: its value, and the published odds of one draw in millionths. */
export type BoxItem = { skuId: string; valueCents: number; oddsPpm: number }
/**
 * A box of `draws` things drawn by published odds (盲盒). Every box is worth `minValueCents` or more, whatever is drawn. No single
 * thing is worth more than the law lets a prize be.
 */
export type BlindBox = {
  poolId: string
  priceCents: number
  draws: number
  minValueCents: number
  items: readonly BoxItem[]
}

/** Largest prize of a draw: 50,000 yuan, 《规范促销行为暂行规定》; in force since 2020-12-01. */
export const PRIZE_CENTS_MAX = 5_000_000

const WHOLE_PPM = 1_000_000

const checkItem = (row: Readonly<Record<string, unknown>>): ParamProblem[] => [
  ...onlyFields(row, ['skuId', 'valueCents', 'oddsPpm']),
  ...text(row, 'skuId'),
  ...amount(row, 'valueCents'),
  ...wholeBetween(row, 'oddsPpm', { min: 1, max: WHOLE_PPM }),
]

function checkBox({ items, draws, minValueCents }: BlindBox): ParamProblem[] {
  const problems: ParamProblem[] = []
  const odds = items.reduce((sum, { oddsPpm }) => sum + oddsPpm, 0)
  if (odds !== WHOLE_PPM)
    problems.push(
      ...paramProblem(
        'items',
        'odds_not_whole',
        `概率合计要等于 100%，现在是 ${odds / 10_000}%`,
        `odds add up to 1,000,000, not ${odds}`,
      ),
    )
  const least = Math.min(...items.map(({ valueCents }) => valueCents)) * draws
  if (least < minValueCents)
    problems.push(
      ...paramProblem(
        'minValueCents',
        'box_below_value',
        '最差的一盒也要达到公布的最低价值',
        'even the poorest box needs the published value',
      ),
    )
  for (const { skuId, valueCents } of items)
    if (valueCents > PRIZE_CENTS_MAX)
      problems.push(
        ...paramProblem(
          'items',
          'prize_too_large',
          `“${skuId}”超过奖品限额 5 万元`,
          `"${skuId}" is above the legal limit of a prize`,
        ),
      )
  return problems
}

export const blindBox = defineMechanic<BlindBox>({
  mechanic: 'blindBox',
  zh: '盲盒',
  en: 'Blind box',
  level: 'item',
  group: 'blindBox',
  example: {
    poolId: 'box-1',
    priceCents: 9900,
    draws: 3,
    minValueCents: 12_000,
    items: [
      { skuId: 'sku-1', valueCents: 4000, oddsPpm: 900_000 },
      { skuId: 'sku-2', valueCents: 20_000, oddsPpm: 100_000 },
    ],
  },
  check(params) {
    const problems = [
      ...onlyFields(params, ['poolId', 'priceCents', 'draws', 'minValueCents', 'items']),
      ...text(params, 'poolId'),
      ...amount(params, 'priceCents'),
      ...count(params, 'draws', 100),
      ...amount(params, 'minValueCents'),
      ...rowsOf(params, 'items', checkItem),
    ]
    return problems.length > 0 ? problems : checkBox(params as unknown as BlindBox)
  },
  apply({ poolId, priceCents, draws }, basket) {
    const cut = cutUnits(basket, {}, (amount, units) => amount - priceCents * units)
    const grants = [{ kind: 'draw' as const, poolId, draws: draws * basket.units, boxes: basket.units }]
    return cut.hit ? { ...cut, grants } : { hit: true, grants }
  },
})
