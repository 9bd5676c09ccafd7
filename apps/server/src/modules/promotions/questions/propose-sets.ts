import { type ProposedSet, type ProposedSets, type Role, SetQuery, type Store } from '@zhanggui/contract'
import { addDays, businessDayOf } from '@zhanggui/kernel'
import { type Association, associate, proposeSet } from '@zhanggui/promotion'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { roleAllows } from '../../admin/role-permissions.ts'
import { type Goods, readAllGoods } from '../price/read-goods.ts'
import { readBaskets } from './read-baskets.ts'

type Query = z.output<typeof SetQuery>
type Pair = { rule: Association; first: Goods; second: Goods }

const isPriced = (goods: Goods | undefined): goods is Goods & { unitCents: number } =>
  goods !== undefined && goods.unitCents !== null && goods.unitCents > 0

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b

const isWanted = ({ across }: Query, { first, second }: Pair): boolean =>
  across === 'any' ||
  (across === 'category' ? differ(first.categoryId, second.categoryId) : differ(first.brandId, second.brandId))

const goodOf = ({ skuId, title, categoryId, brandId, unitCents }: Goods, baskets: number) => ({
  skuId,
  title,
  category: categoryId,
  brand: brandId,
  unitCents: unitCents ?? 0,
  baskets,
})

/** The set as a rule: one of each, at the price of the set. */
function bundleOf({ first, second }: Pair, priceCents: number): ProposedSet['rule'] {
  const ids = [first.skuId, second.skuId]
  return {
    ruleId: `set-${ids.join('-')}`.slice(0, 80),
    name: `${first.title || first.skuId} + ${second.title || second.skuId}`.slice(0, 200),
    mechanic: 'bundle',
    params: { parts: ids.map((skuId) => ({ skuIds: [skuId], units: 1 })), priceCents },
  }
}

function present(pair: Pair, { cutBp, leastMarginBp }: Query, seesProfit: boolean): ProposedSet {
  const { rule, first, second } = pair
  const goods = [first, second].map(({ unitCents, costCents }) => ({ unitCents: unitCents ?? 0, costCents }))
  const set = proposeSet(goods, { cutBp, leastMarginBp, together: rule.together })
  const { marginCents, breakEvenSets, ...amounts } = set
  return {
    goods: [goodOf(first, rule.firstBaskets), goodOf(second, rule.secondBaskets)],
    together: rule.together,
    lift: rule.lift,
    acrossCategories: differ(first.categoryId, second.categoryId),
    acrossBrands: differ(first.brandId, second.brandId),
    ...amounts,
    marginCents: seesProfit ? marginCents : null,
    breakEvenSets: seesProfit ? breakEvenSets : null,
    rule: bundleOf(pair, set.priceCents),
  }
}

/**
 * Sets that the shop's own buyers put together, with a price, what it gives away and when it pays (P5.04). Goods without a price
 * are left out: nothing can be said of their set.
 */
export async function proposeSets(
  context: Context,
  caller: { store: Store; role: Role },
  input: SetQuery,
): Promise<ProposedSets> {
  const query = parseInput(SetQuery, input)
  const { store, role } = caller
  const now = context.clock.now()
  const until = addDays(businessDayOf(now, store.timezone), 1)
  const from = addDays(until, -query.days)
  const all = await readBaskets(context, store.id, { from, until })
  const goods = await readAllGoods(context, store.id, { at: now })
  const rules = associate(all, { minTogether: query.minTogether, minLift: query.minLiftPercent / 100 })
  const pairs = rules.flatMap((rule): Pair[] => {
    const [first, second] = [goods.get(rule.first), goods.get(rule.second)]
    return isPriced(first) && isPriced(second) ? [{ rule, first, second }] : []
  })
  const wanted = pairs.filter((pair) => isWanted(query, pair)).slice(0, query.limit)
  const seesProfit = roleAllows(role, 'profit:read')
  return {
    from,
    until,
    baskets: all.filter((basket) => basket.length > 1).length,
    orders: all.length,
    sets: wanted.map((pair) => present(pair, query, seesProfit)),
  }
}
