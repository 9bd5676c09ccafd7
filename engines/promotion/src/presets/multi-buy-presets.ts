import * as fields from './fields.ts'
import type { Preset } from './preset.ts'

export const MULTI_BUY_PRESETS: readonly Preset[] = [
  {
    preset: 'nthUnit',
    family: 'multiBuy',
    zh: '第N件X折',
    en: 'Nth unit for less',
    lineZh: '第二件半价一类',
    lineEn: 'The second at half the price, and the like',
    mechanic: 'nthUnit',
    rule: {},
    fields: [fields.nthSteps, fields.rounds, fields.acrossSkus],
  },
  {
    preset: 'anyN',
    family: 'multiBuy',
    zh: 'N元任选N件',
    en: 'Any N for a price',
    lineZh: '任选几件一口价',
    lineEn: 'Any so many units at one price',
    mechanic: 'anyN',
    rule: {},
    fields: [fields.units, fields.priceCents, fields.sets],
  },
  {
    preset: 'bundle',
    family: 'multiBuy',
    zh: '套餐',
    en: 'Bundle',
    lineZh: '一起买更便宜',
    lineEn: 'Cheaper together',
    mechanic: 'bundle',
    rule: {},
    fields: [fields.parts, fields.priceCents, fields.times, fields.setSkuId],
  },
  {
    preset: 'exchangeBuy',
    family: 'multiBuy',
    zh: '加价换购',
    en: 'Exchange buy',
    lineZh: '买满后加一点钱换购',
    lineEn: 'Some goods for little to who buys enough',
    mechanic: 'exchangeBuy',
    rule: {},
    fields: [fields.minCents, fields.prices, fields.units],
  },
]
