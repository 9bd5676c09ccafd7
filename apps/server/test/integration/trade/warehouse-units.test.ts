import { type OrderLife, openLife } from '@zhanggui/orders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiFailure } from '../../../src/http/api-failure.ts'
import { saveRows } from '../../../src/modules/admin/resources/save-rows.ts'
import { planShopOrder } from '../../../src/modules/trade/fulfilment/plan-parcels.ts'
import { readWarehouses, WAREHOUSES } from '../../../src/modules/trade/fulfilment/warehouses.ts'
import { lifeColumns, readShopOrderRow } from '../../../src/modules/trade/life/order-rows.ts'
import { shopOrders } from '../../../src/modules/trade/life/schema.ts'
import { tellOrder } from '../../../src/modules/trade/life/tell-order.ts'
import { describeOnPostgres } from '../../support/describe-on-postgres.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { openShop } from '../../support/test-people.ts'

const UNITS = { east: 7, south: 4 }
const ORDERS = 12
const UNITS_EACH = 2

function describeWarehouses(name: string, open: () => Promise<{ context: TestContext; close(): Promise<void> }>): void {
  describe(`[P7.17] units of warehouses on ${name}`, () => {
    let context: TestContext
    let close: () => Promise<void>
    const key = (orderId: string) => ({ store: 'alpha', orderId })
    const stock = async (): Promise<Record<string, number | undefined>> =>
      Object.fromEntries((await readWarehouses(context, 'alpha')).map((one) => [one.warehouseId, one.stock?.cream]))
    const parcelsOf = async (orderId: string) => (await readShopOrderRow(context.records.db, key(orderId))).life.parcels

    async function addPaid(orderId: string): Promise<void> {
      const placedAt = context.clock.now().getTime()
      const lines = [{ lineId: 'l1', skuId: 'cream', units: UNITS_EACH, payableCents: 9900 }]
      const placed = openLife({
        orderId,
        payableCents: 9900,
        depositCents: 0,
        lines,
        placedAt,
        holdUntil: placedAt + 1,
      })
      const life: OrderLife = { ...placed, stage: 'paid', stock: 'taken', coupons: 'taken', paidAt: placedAt }
      const place = { province: '浙江', city: '', channel: '', device: '', campaign: '', postageCents: 0 }
      const row = { store: 'alpha', id: orderId, version: 1, buyer: null, payableCents: 9900, goods: [], place }
      await context.records.db
        .insert(shopOrders)
        .values({ ...row, placedAt: context.clock.now(), ...lifeColumns(life) })
    }

    beforeAll(async () => {
      ;({ context, close } = await open())
      await openShop(context, 'alpha')
      const caller = { store: 'alpha', actor: 'test', role: 'owner' as const }
      const rows = Object.entries(UNITS).map(([warehouse, cream], i) => ({
        line: i + 1,
        data: { name: warehouse, dispatchHours: 24, daysElsewhere: 3 + i, stock: { cream } },
      }))
      const saved = await saveRows(context, WAREHOUSES, caller, { rows, reason: 'test' })
      expect(saved).toMatchObject({ created: 2, problems: [] })
      for (let i = 0; i < ORDERS; i++) await addPaid(`o${i}`)
    }, 120_000)
    afterAll(() => close?.())

    test('many orders planned at once are promised what is there, each unit once', async () => {
      const ids = Array.from({ length: ORDERS }, (_, i) => `o${i}`)
      const planned = await Promise.allSettled(ids.map((id) => planShopOrder(context, key(id), 'test')))
      for (const one of planned)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'warehouse_short' })
      // Who met the others five times comes in the next round.
      for (const id of ids) await planShopOrder(context, key(id), 'test')
      const parcels = (await Promise.all(ids.map(parcelsOf))).flat()
      const taken = (warehouse: string) =>
        parcels
          .filter((parcel) => parcel.warehouse === warehouse)
          .flatMap(({ lines }) => lines)
          .reduce((sum, { units }) => sum + units, 0)
      expect([taken('east'), taken('south')]).toEqual([UNITS.east, UNITS.south])
      expect(await stock()).toEqual({ east: 0, south: 0 })
    })

    test('a parcel that is dropped gives its units back to its warehouse, once', async () => {
      const all = await Promise.all(Array.from({ length: ORDERS }, (_, i) => parcelsOf(`o${i}`)))
      const n = all.findIndex((parcels) => parcels.length > 0)
      const own = all[n] ?? []
      const cancel = () => tellOrder(context, key(`o${n}`), { command: { kind: 'cancel', by: 'shop' }, actor: 'test' })
      expect([(await cancel()).changed, (await cancel()).changed]).toEqual([true, false])
      const back = own.flatMap(({ lines }) => lines).reduce((sum, { units }) => sum + units, 0)
      const left = await stock()
      expect((left.east ?? 0) + (left.south ?? 0)).toBe(back)
    })

    test('a parcel that asks for more than its warehouse has is refused, and the order stays as it was', async () => {
      await addPaid('late')
      const before = await stock()
      const lines = [{ lineId: 'l1', units: UNITS_EACH }]
      const empty = before.east === 0 ? 'east' : 'south'
      const parcel = { parcelId: 'late-1', warehouse: empty, carrier: '', promisedAt: 0, lines }
      const told = tellOrder(context, key('late'), {
        command: { kind: 'planParcels', parcels: [parcel] },
        actor: 'test',
      })
      await expect(told).rejects.toBeInstanceOf(ApiFailure)
      await expect(told).rejects.toMatchObject({
        code: 'warehouse_short',
        facts: { warehouse: empty, sku: 'cream', left: 0 },
      })
      expect([await parcelsOf('late'), await stock()]).toEqual([[], before])
    })
  })
}

describeWarehouses('PGlite', async () => {
  const context = await createTestContext()
  return { context, close: () => context.close() }
})
describeOnPostgres('units of warehouses', describeWarehouses)
