import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import type { Context } from '../../src/context.ts'
import { createStore, getStore } from '../../src/modules/admin/stores.ts'
import { openTradeItem } from '../../src/modules/trade/items/open-item.ts'
import { writeOrderFacts } from '../../src/modules/trade/life/facts/write-order-facts.ts'
import { placeShopOrder } from '../../src/modules/trade/life/place/place-shop-order.ts'
import { openContext } from '../../src/open-context.ts'
import { readSettings } from '../../src/settings.ts'
import { systemClock } from '../../src/system-clock.ts'
import type { RowGroup, RowOptions } from './order-row.ts'

const STORE = 'bench'
const SKUS = 20
/** Orders on their way at once. */
const CALLS = 16
/** A whole order costs some thousand times more than a decision of the core. */
const SHARE = 2500
const WARM_UP = 20

const RULES = [
  {
    ruleId: 'spend',
    name: '满300减40',
    mechanic: 'spendAndSave',
    params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
  },
  {
    ...{ ruleId: 'coupon', name: '满150减20券', mechanic: 'spendAndSave', level: 'shopCoupon', group: 'shopCoupon' },
    ...{ needsClaim: true, params: { tiers: [{ minCents: 15_000, cutCents: 2000 }] } },
  },
]

type Call = (url: string, payload: object) => Promise<unknown>

async function signedIn(app: FastifyInstance): Promise<Call> {
  const payload = { name: 'bench', email: 'bench@example.com', password: 'bench bench bench' }
  const setup = await app.inject({ method: 'POST', url: '/v1/setup', payload })
  const cookie = [setup.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ')
  return async (url, body) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/v1/stores/${STORE}${url}`,
      payload: body,
      headers: { cookie },
    })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }
}

async function fillShop(context: Context, call: Call): Promise<void> {
  await context.facts.command(
    `INSERT INTO items (store, item_id, sku_id, title, category, brand, list_cents, cost_cents, on_sale, version)
SELECT {store:String}, concat('sku-', toString(number)), '', concat('商品 ', toString(number)), '护肤', '岚禾', 19900, 8000, 1, 1
FROM numbers({skus:UInt32})`,
    { store: STORE, skus: SKUS },
  )
  const now = systemClock.now().getTime()
  const span = { from: new Date(now - 3_600_000).toISOString(), until: new Date(now + 86_400_000).toISOString() }
  await call('/promotions', { id: 'all', name: '双11', ...span, rules: RULES, budgetCents: 1_000_000_000 })
  await call('/promotions/all/approve', { version: 1 })
  const batch = {
    id: 'b',
    name: '券',
    promotion: 'all',
    ruleId: 'coupon',
    total: 1_000_000,
    perBuyer: 5,
    faceCents: 2000,
  }
  await call('/coupon-batches', { ...batch, claimFrom: span.from, claimUntil: span.until, validDays: 1 })
  for (let sku = 0; sku < SKUS; sku++)
    await openTradeItem(
      context,
      { store: STORE, actor: 'bench', role: 'owner' },
      { item: `sku-${sku}`, stock: 1_000_000 },
    )
}

/** Every order brings a coupon and comes to two lines under a spend-and-save. */
const orderOf = (n: number) => ({
  orderId: `full-${n}`,
  province: '浙江',
  signals: { source: `s${n}`, device: `d${n}`, accountAgeDays: 400 },
  cart: {
    buyer: { buyerId: `b${n}` },
    claims: [{ claimId: `k${n}`, ruleId: 'coupon' }],
    lines: [
      { skuId: `sku-${n % SKUS}`, quantity: 1 },
      { skuId: `sku-${(n + 7) % SKUS}`, quantity: 1 },
    ],
  },
})

/** Places orders `from` to `to`, so many at once, and then writes what of their facts is not written yet. */
async function placeAll(context: Context, { from, to }: { from: number; to: number }): Promise<void> {
  const store = await getStore(context, STORE)
  let next = from
  const worker = async (): Promise<void> => {
    while (next < to) await placeShopOrder(context, store, orderOf(next++))
  }
  await Promise.all(Array.from({ length: CALLS }, worker))
  while ((await writeOrderFacts(context)) > 0);
}

/** Orders a second, and the processor time of one in ms: of this process with all its threads, the fact engine's too. */
type Pace = { perSecond: number; cpuMs: number }

async function measure(context: Context, call: Call, count: number): Promise<Pace> {
  await fillShop(context, call)
  for (let n = 0; n < WARM_UP + count; n++) await call('/coupons', { id: `k${n}`, batch: 'b', buyerId: `b${n}` })
  await placeAll(context, { from: 0, to: WARM_UP })
  const [began, before] = [performance.now(), process.cpuUsage()]
  await placeAll(context, { from: WARM_UP, to: WARM_UP + count })
  const { user, system } = process.cpuUsage(before)
  return { perSecond: count / ((performance.now() - began) / 1000), cpuMs: (user + system) / 1000 / count }
}

/**
 * `orders.full`: orders created whole, a second: priced with a spend-and-save, a coupon locked, risk judged and stock held by the durable
 * core, kept in the record store, and their facts in the fact store. In process, on embedded stores. `.cpuMs`: processor time of one.
 */
export async function fullRows({ orders, disk }: RowOptions): Promise<RowGroup> {
  const home = await mkdtemp(join(disk, 'zhanggui-full-'))
  const settings = readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent', ZHANGGUI_TRADE_THREAD: 'on' })
  const context = await openContext(settings, { clock: systemClock })
  const app = buildApp(context)
  try {
    await app.ready()
    const call = await signedIn(app)
    await createStore(context, { id: STORE, name: STORE }, { actor: 'bench' })
    const count = Math.max(50, Math.round(orders / SHARE))
    const { perSecond, cpuMs } = await measure(context, call, count)
    const note = `orders.full: ${count} orders of two lines with a coupon, ${CALLS} at once, price, coupon, risk, stock, journal, records and facts, on embedded stores in one process`
    const rows = [
      { id: 'orders.full', value: perSecond, unit: 'orders/s' },
      { id: 'orders.full.cpuMs', value: cpuMs, unit: 'ms an order' },
    ]
    return { rows, notes: [note] }
  } finally {
    await app.close()
    await context.close()
    await rm(home, { recursive: true, force: true })
  }
}
