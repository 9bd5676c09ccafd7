import { addDays, businessDayOf } from '@zhanggui/kernel'
import { readRivalPrices } from '../../../campaigns/conflicts/competitor-prices.ts'
import { readStockNow } from '../../../live/board/stock-now.ts'
import { readFloors } from '../../../promotions/price/read-floors.ts'
import { readGoods } from '../../../promotions/price/read-goods.ts'
import { readUnitsSold } from '../../../promotions/prices/read-units-sold.ts'
import type { Measure } from './measure.ts'

/** A sighting older than this says nothing of a rival's price today. */
const RIVAL_DAYS = 7
/** Sales of so many days against the shelf; stock for longer than the cover is slow. Starting values of this project. */
const SOLD_DAYS = 28
const SLOW_COVER_DAYS = 90

/** Price before any step, floor, a rival's price, and whether it still sells too slowly; of SKUs that the shop's records know. */
export const measurePrices: Measure = async (context, { store, subjects, now }) => {
  const today = businessDayOf(now, store.timezone)
  const skuIds = [...subjects.keys()]
  const goods = await readGoods(context, store.id, { skuIds, at: now })
  const range = { from: addDays(today, -SOLD_DAYS), to: today }
  const [floors, rivals, shelf, sold] = await Promise.all([
    readFloors(context, store.id, goods),
    readRivalPrices(context, store.id, addDays(today, -RIVAL_DAYS)),
    readStockNow(context, store, now),
    readUnitsSold(context, store, { skuIds, range }),
  ])
  const units = (sku: string): number =>
    [...sold].reduce((sum, [key, count]) => (key.startsWith(`${sku} `) ? sum + count : sum), 0)
  return (sku, fields) => {
    const good = goods.get(sku)
    if (!good) return fields
    const onHand = shelf.get(good.spuId)?.onHand
    const floorCents = floors.get(sku)
    return {
      ...fields,
      // Once a step was taken the price before it stays what it was.
      ...(fields.step === 0 && good.unitCents !== null ? { listCents: good.unitCents } : {}),
      ...(floorCents === undefined ? {} : { floorCents }),
      rivalCents: rivals.get(sku) ?? null,
      ...(onHand === undefined ? {} : { slow: onHand * SOLD_DAYS > units(sku) * SLOW_COVER_DAYS }),
    }
  }
}
