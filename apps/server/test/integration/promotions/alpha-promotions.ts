import type { Context } from '../../../src/context.ts'
import type { Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

/** What the tests call the shop's routes. */
export const ALPHA = '/v1/stores/alpha'

const item = (itemId: string, yuan: number, more: object = {}) => ({
  store: 'alpha',
  item_id: itemId,
  sku_id: '',
  title: `商品 ${itemId}`,
  category: '护肤',
  brand: '岚禾',
  list_cents: yuan * 100,
  cost_cents: yuan * 40,
  on_sale: 1,
  version: 1,
  ...more,
})

/** Three listings of 199.00, 299.00 and 100.00, one SKU of the first, and one that has no price. */
export const fillGoods = (context: Context): Promise<unknown> =>
  insertFacts(context, 'items', [
    item('cream', 199),
    item('serum', 299),
    item('mask', 100, { category: '面膜' }),
    item('cream', 0, { sku_id: 'cream-50', list_cents: 15_900, cost_cents: null, title: '', category: '', brand: '' }),
    item('draft', 0, { list_cents: null }),
  ])

/** 满300减40 over the whole shop. */
export const SPEND_300 = {
  ruleId: 'spend-300',
  name: '满300减40',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
}

/** A promotion that holds at the tests' moment, 2026-11-10T12:00Z. */
export const PROMOTION = {
  name: '双11 满减',
  from: '2026-11-01T00:00:00.000Z',
  until: '2026-11-12T00:00:00.000Z',
  rules: [SPEND_300],
}

export const cartOf = (...lines: readonly (readonly [string, number])[]) => ({
  lines: lines.map(([skuId, quantity]) => ({ skuId, quantity })),
})

export const post = (who: Person, path: string, payload: object = {}) =>
  who({ method: 'POST', url: `${ALPHA}${path}`, payload })

/** Writes a promotion and lets two people put it into force; `asker` and `approver` are not the same person. */
export async function publish(
  asker: Person,
  approver: Person,
  promotion: { id: string } & Record<string, unknown>,
): Promise<void> {
  const made = await post(asker, '/promotions', promotion)
  if (made.statusCode !== 201) throw new Error(`not made: ${made.body}`)
  const asked = await post(asker, `/promotions/${promotion.id}/approve`, { version: 1 })
  if (asked.statusCode !== 202) throw new Error(`not asked: ${asked.body}`)
  const approved = await post(approver, `/approvals/${asked.json().request}/approve`)
  if (approved.statusCode !== 200) throw new Error(`not approved: ${approved.body}`)
}
