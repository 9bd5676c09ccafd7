import type { Store } from '@zhanggui/contract'
import { type Change, type Decision, keyOf, type World } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { readGoods } from '../../../promotions/price/read-goods.ts'
import { guardPrice } from '../../../promotions/prices/guard-price.ts'
import type { Words } from '../schema.ts'

/** Prices that the guards of a price would not let through, by SKU, with what they say. */
export type Guarded = ReadonlyMap<string, Words>

/** Holds planned prices against the guards that a person's price meets as well; of SKUs that the shop's records know. */
export async function guardedPrices(context: Context, store: Store, changes: readonly Change[]): Promise<Guarded> {
  const now = context.clock.now()
  const prices = changes.filter(({ subject, field }) => subject.type === 'price' && field === 'cents')
  const goods = await readGoods(context, store.id, { skuIds: prices.map(({ subject }) => subject.id), at: now })
  const guarded = new Map<string, Words>()
  for (const { subject, after } of prices) {
    const good = goods.get(subject.id)
    if (!good) continue
    const proposal = { goods: good, priceCents: Number(after), struckCents: null, effectiveAt: now.toISOString() }
    const errors = (await guardPrice(context, store, proposal)).filter(({ severity }) => severity === 'error')
    const [first] = errors
    if (first) guarded.set(subject.id, { zh: first.zh, en: first.en })
  }
  return guarded
}

/** A price that may not go out stays as it is. */
export function withGuarded(world: World, guarded: Guarded): World {
  const seen = new Map(world)
  for (const id of guarded.keys()) {
    const key = keyOf({ type: 'price', id })
    seen.set(key, { ...seen.get(key), rigid: true })
  }
  return seen
}

/** Where nothing is left to do the guards say why. */
export function sayGuarded(decision: Decision, guarded: Guarded): Decision {
  if (guarded.size === 0 || decision.kind !== 'hold' || decision.reason.code !== 'couldNotAct') return decision
  const words = [...guarded.values()]
  const [zh, en] = [words.map((w) => w.zh).join('；'), words.map((w) => w.en).join('; ')]
  return { kind: 'hold', reason: { code: 'couldNotAct', zh, en } }
}
