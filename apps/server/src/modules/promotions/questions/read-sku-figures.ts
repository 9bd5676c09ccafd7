import type { SkuFigures } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { readFloors } from '../price/read-floors.ts'
import { readAllGoods } from '../price/read-goods.ts'

/** What every SKU of a shop costs, and the lowest price it may be sold at; what is not known is left out. */
export async function readSkuFigures(context: Context, store: string): Promise<Map<string, SkuFigures>> {
  const goods = await readAllGoods(context, store, { at: context.clock.now() })
  const floors = await readFloors(context, store, goods)
  return new Map(
    [...goods].map(([skuId, { costCents }]) => {
      const lowestCents = floors.get(skuId)
      return [
        skuId,
        { ...(costCents === null ? {} : { costCents }), ...(lowestCents === undefined ? {} : { lowestCents }) },
      ]
    }),
  )
}
