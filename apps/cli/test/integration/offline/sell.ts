import type { ShopOrderDetail } from '@zhanggui/contract'
import type { Shop } from './open-shop.ts'

const BUYERS = ['一', '二', '三', '四']
const SECOND_MS = 1000

/** What providers tell comes a second later; then parcels are planned and the facts written, each by its own job. */
async function settle(shop: Shop): Promise<void> {
  for (let round = 0; round < 3; round++) {
    shop.clock.advance(SECOND_MS)
    await shop.tick()
  }
}

async function sendParcels(shop: Shop, id: string): Promise<number> {
  const { parcelList } = await shop.api<ShopOrderDetail>('GET', `/orders/${id}`)
  for (const { parcelId, carrier } of parcelList) {
    const tell = (command: object) => shop.api('POST', `/orders/${id}/commands`, command)
    await tell({ kind: 'sendParcel', parcelId, carrier, trackingNo: `T-${parcelId}` })
    await tell({ kind: 'deliverParcel', parcelId })
  }
  return parcelList.length
}

/** Orders are placed, paid by whichever simulated provider is chosen, sent and delivered. Shape: what buyers paid, parcels delivered. */
export async function sellAndSend(shop: Shop): Promise<{ soldCents: number; parcels: number }> {
  await shop.api('POST', '/trade/items', { item: 'cream', stock: 100 })
  for (const buyer of BUYERS) {
    const cart = { buyer: { buyerId: `买家${buyer}` }, lines: [{ skuId: 'cream', quantity: 1 }] }
    await shop.api('POST', '/orders', { orderId: `order-${buyer}`, province: '浙江', cart })
    await shop.api('POST', `/orders/order-${buyer}/pay`, {})
  }
  await settle(shop)
  let [soldCents, parcels] = [0, 0]
  for (const buyer of BUYERS) {
    soldCents += (await shop.api<ShopOrderDetail>('GET', `/orders/order-${buyer}`)).keptCents
    parcels += await sendParcels(shop, `order-${buyer}`)
  }
  await settle(shop)
  return { soldCents, parcels }
}
