import type { Words } from '../explain/fact.ts'
import { money } from '../explain/yuan.ts'
import type { EventProblem } from './enrol-event.ts'
import type { PresetProblem } from './rule-of-preset.ts'

type ByCode<P extends { code: string }> = { readonly [C in P['code']]: (problem: Extract<P, { code: C }>) => Words }

const share = (bp: number): string => `${bp / 100}%`

const PRESET: ByCode<PresetProblem> = {
  field_missing: ({ zh, en }) => ({ zh: `请填写“${zh}”`, en: `fill in "${en}"` }),
  field_unknown: ({ field, known }) => ({
    zh: `不认识“${field}”，可填：${known.join('、')}`,
    en: `"${field}" is not known here; known: ${known.join(', ')}`,
  }),
}

const EVENT: ByCode<EventProblem> = {
  price_above_bound: ({ skuId, priceCents, mostCents }) => ({
    zh: `“${skuId}”的活动价 ${money(priceCents)} 太高，最高 ${money(mostCents)}，请降价或换商品`,
    en: `the price ${money(priceCents)} of "${skuId}" is too high; ${money(mostCents)} at most, or enter other goods`,
  }),
  stock_below_bound: ({ skuId, stock, least }) => ({
    zh: `“${skuId}”只有 ${stock} 件，活动至少要 ${least} 件，请补货或换商品`,
    en: `"${skuId}" has ${stock} units, the event needs ${least}; add stock or enter other goods`,
  }),
  sku_twice: ({ skuId }) => ({ zh: `“${skuId}”报了两次，请去掉一个`, en: `"${skuId}" is entered twice; take one out` }),
  goods_out_of_bounds: ({ goods, min, max }) => ({
    zh: `报了 ${goods} 个商品，活动要 ${min} 到 ${max} 个`,
    en: `${goods} goods are entered; the event takes ${min} to ${max}`,
  }),
  hours_out_of_bounds: ({ hours, min, max }) => ({
    zh: Number.isNaN(hours)
      ? '开始和结束要写成 2026-11-11T12:00:00.000Z'
      : `时长 ${hours} 小时，活动要 ${min} 到 ${max} 小时`,
    en: Number.isNaN(hours)
      ? 'write start and end like 2026-11-11T12:00:00.000Z'
      : `${hours} hours; the event lasts ${min} to ${max}`,
  }),
  units_per_buyer_out_of_bounds: ({ unitsPerBuyer, max }) => ({
    zh: `每人限购 ${unitsPerBuyer} 件，活动要 1 到 ${max} 件`,
    en: `${unitsPerBuyer} units per buyer; the event allows 1 to ${max}`,
  }),
  coin_share_out_of_bounds: ({ coinShareBp, min, max }) => ({
    zh: `金币抵扣 ${share(coinShareBp)}，活动要 ${share(min)} 到 ${share(max)}`,
    en: `coins pay ${share(coinShareBp)}; the event asks for ${share(min)} to ${share(max)}`,
  }),
  no_coins_here: () => ({
    zh: '这个活动不收金币，请去掉金币抵扣',
    en: 'this event takes no coins; take the coin share out',
  }),
}

/** What to fill in otherwise, in both languages. */
export const sayPresetProblem = (problem: PresetProblem): Words =>
  (PRESET[problem.code] as (problem: PresetProblem) => Words)(problem)

/** What to change in an entry, in both languages. */
export const sayEventProblem = (problem: EventProblem): Words =>
  (EVENT[problem.code] as (problem: EventProblem) => Words)(problem)
