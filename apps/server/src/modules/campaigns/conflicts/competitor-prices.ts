import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { dayField, moneyField, textField } from '../../admin/resources/resource-fields.ts'

/** Prices of others as somebody saw them, by our own SKU, with where: what a reply to a price war starts from (P15.06). */
export const COMPETITOR_PRICES = defineResource({
  id: 'competitor-prices',
  nameZh: '竞品价格',
  nameEn: 'Prices of competitors',
  area: 'campaigns',
  fields: {
    skuId: textField({ nameZh: '我方 SKU', nameEn: 'Our SKU', required: true, max: 80, headers: ['SKU', '商品编码'] }),
    rival: textField({ nameZh: '竞品', nameEn: 'Rival', required: true, max: 120, headers: ['竞品店铺', '品牌'] }),
    seenDay: dayField({ nameZh: '看到日期', nameEn: 'Seen on', required: true, headers: ['日期'] }),
    priceCents: moneyField({ nameZh: '竞品价', nameEn: 'Price', required: true, min: 1, headers: ['价格', '到手价'] }),
    source: textField({ nameZh: '来源', nameEn: 'Source', required: true, max: 500 }),
  },
  keyFields: ['skuId', 'rival', 'seenDay'],
  permissions: { read: 'metrics:read', write: 'products:write' },
})

/**
 * The lowest price that a rival was seen with since a day, by our SKU. Of each rival the newest sighting counts: one that went up
 * again is no cut. Unit: fen.
 */
export async function readRivalPrices(context: Context, store: string, since: string): Promise<Map<string, number>> {
  const newest = new Map<string, { day: string; sku: string; cents: number }>()
  for (const { data } of await readAllRows(context, COMPETITOR_PRICES, store)) {
    const { skuId, rival, seenDay, priceCents } = data
    if (typeof skuId !== 'string' || typeof seenDay !== 'string' || typeof priceCents !== 'number') continue
    const key = `${skuId}\n${String(rival)}`
    const known = newest.get(key)
    if (seenDay >= since && (!known || seenDay > known.day))
      newest.set(key, { day: seenDay, sku: skuId, cents: priceCents })
  }
  const lowest = new Map<string, number>()
  for (const { sku, cents } of newest.values()) lowest.set(sku, Math.min(cents, lowest.get(sku) ?? cents))
  return lowest
}
