import { err, ok, type Result } from '@zhanggui/kernel'
import { drawBelow, type Seed } from '../chance/seed.ts'
import type { SettingProblem } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'
import { listMixes } from './list-mixes.ts'

export type BoxItem = { skuId: string; valueCents: number; costCents: number; stock: number }

/**
 * 盲盒: some items at random, and with published odds one hidden item more. Every box is worth at least `minValueCents` without the
 * hidden item, and earns a margin within the range, so that no buyer is worse off than another beyond what was announced.
 */
export type BoxSettings = {
  priceCents: number
  itemsMin: number
  itemsMax: number
  minValueCents: number
  /** Margin of a box without the hidden item: (price − cost) ÷ price, basis points. */
  marginBpMin: number
  marginBpMax: number
  items: readonly BoxItem[]
  hidden: BoxItem & { oddsPpm: number }
}
export type Box = {
  boxNo: number
  skuIds: readonly string[]
  hasHidden: boolean
  valueCents: number
  costCents: number
}
export type BoxRefusal = { code: 'no_valid_mix' }

/** Everything that keeps a box from being published; a set from which no valid box can be made among it. */
export function checkBox(settings: BoxSettings): SettingProblem[] {
  const { itemsMin, itemsMax, priceCents, minValueCents, items, hidden } = settings
  const problems = [
    ...wholeBetween(items.length, 'items', { min: 2, max: 24, zh: '可选商品数' }),
    ...wholeBetween(itemsMin, 'itemsMin', { min: 1, max: 10, zh: '最少件数' }),
    ...wholeBetween(itemsMax, 'itemsMax', { min: itemsMin, max: 10, zh: '最多件数' }),
    ...wholeBetween(hidden.oddsPpm, 'hidden.oddsPpm', { min: 0, max: 1_000_000, zh: '隐藏款概率（百万分比）' }),
  ]
  if (minValueCents < priceCents)
    problems.push(
      problem(
        'minValueCents',
        'worth_less_than_price',
        '每盒价值不能低于售价',
        'a box must be worth its price at least',
      ),
    )
  if (problems.length === 0 && listMixes(settings).length === 0)
    problems.push(
      problem(
        'items',
        'no_valid_mix',
        '没有一种组合同时满足价值和毛利要求',
        'no mix meets both the value and the margin asked for',
      ),
    )
  return problems
}

/**
 * The box with this number: one of the mixes that are valid with the stock there is, all equally likely, and the hidden item by its
 * odds while there is one. Shape: the same seed, number and stock give the same box.
 */
export function composeBox(settings: BoxSettings, seed: Seed, boxNo: number): Result<Box, BoxRefusal> {
  const mixes = listMixes(settings)
  if (mixes.length === 0) return err({ code: 'no_valid_mix' })
  const mix = mixes[drawBelow(seed, `box/${boxNo}`, mixes.length)] ?? []
  const { hidden } = settings
  const hasHidden = hidden.stock > 0 && drawBelow(seed, `hidden/${boxNo}`, 1_000_000) < hidden.oddsPpm
  const all: readonly BoxItem[] = hasHidden ? [...mix, hidden] : mix
  return ok({
    boxNo,
    skuIds: all.map((item) => item.skuId),
    hasHidden,
    valueCents: all.reduce((sum, item) => sum + item.valueCents, 0),
    costCents: all.reduce((sum, item) => sum + item.costCents, 0),
  })
}

/** The settings with the stock that a box leaves behind. */
export function takeBox(settings: BoxSettings, box: Box): BoxSettings {
  const items = settings.items.map((item) =>
    box.skuIds.includes(item.skuId) ? { ...item, stock: item.stock - 1 } : item,
  )
  const { hidden } = settings
  return { ...settings, items, hidden: box.hasHidden ? { ...hidden, stock: hidden.stock - 1 } : hidden }
}

/** How likely each item is to be in a box, as published: mixes with the item ÷ all mixes. */
export function itemOdds(settings: BoxSettings): { skuId: string; mixes: number; of: number }[] {
  const mixes = listMixes(settings)
  return settings.items.map(({ skuId }) => ({
    skuId,
    mixes: mixes.filter((mix) => mix.some((item) => item.skuId === skuId)).length,
    of: mixes.length,
  }))
}
