import { type PromotionRule, ReplayRules, type Role, type RulesReplayed, type Store } from '@zhanggui/contract'
import { PAYERS, type Replay, type ReplayOrder, type RuleSet } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { roleAllows } from '../../admin/role-permissions.ts'
import { askedRules, compileAsked, timeless } from './asked-rules.ts'
import { readPastOrders } from './read-past-orders.ts'
import { readSkuFigures } from './read-sku-figures.ts'
import { replayInSlices } from './replay-in-slices.ts'

/** A year of a shop with a thousand orders a day; more is asked for month by month. */
const ORDERS_MAX = 400_000

const TIMELESS = {
  zh: '规则的起止时间不看：区间内的每一单都按规则在生效时计价。券、红包、积分没有使用记录，按未使用计。',
  en: 'The times of the rules are left out: every order of the range meets them as if in force. Coupons and points count as not used.',
}

async function pastOrders(context: Context, store: string, { from, until }: { from: string; until: string }) {
  if (from >= until) throw new ApiFailure('invalid_request', { where: 'until: later than from' })
  const orders = await readPastOrders(context, store, { from, until, most: ORDERS_MAX + 1 })
  if (orders.length > ORDERS_MAX)
    throw new ApiFailure('invalid_request', {
      where: `from, until: at most ${ORDERS_MAX} orders, choose a shorter range`,
    })
  return orders
}

const listedOf = ({ cart }: ReplayOrder): number =>
  cart.lines.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0)

function present(
  replay: Replay,
  given: { from: string; until: string; orders: readonly ReplayOrder[]; ruleSet: RuleSet; seesProfit: boolean },
): RulesReplayed {
  const { from, until, orders, ruleSet, seesProfit } = given
  const [rejected] = replay.rejected.examples
  const profit = (amount: number | null): number | null => (seesProfit ? amount : null)
  const nameOf = (ruleId: string): PromotionRule['name'] => ruleSet.rules.get(ruleId)?.rule.name ?? ruleId
  return {
    from,
    until,
    orders: replay.orders,
    hitOrders: replay.hit,
    leftOut: rejected ? [{ code: rejected.problems[0]?.code ?? '', orders: replay.rejected.count }] : [],
    listedCents: orders.reduce((sum, order) => sum + listedOf(order), 0),
    paidCents: replay.baseline.revenueCents,
    replayedCents: replay.draft.revenueCents,
    deltaRevenueCents: replay.change.revenueCents,
    marginCents: profit(replay.draft.marginCents),
    deltaMarginCents: profit(replay.change.marginCents),
    costByPayer: PAYERS.flatMap((payer) => {
      const cents = replay.byPayer[payer] ?? 0
      return cents === 0 ? [] : [{ payer, cents }]
    }),
    costByRule: replay.byRule.map(({ ruleId, cutCents, orders: n }) => ({
      ruleId,
      name: nameOf(ruleId),
      cents: cutCents,
      orders: n,
    })),
    depth: replay.depth.map((n, step) => ({ fromBp: (step * 10_000) / replay.depth.length, orders: n })),
    belowFloorLines: replay.breaches.count,
    assumptionsZh: [replay.assumptionZh, TIMELESS.zh],
    assumptionsEn: [replay.assumptionEn, TIMELESS.en],
  }
}

/**
 * What the orders of a range would have come to under other rules (P6.33). Buyers are taken to do what they did, and it is said.
 * Errors: throws `rule_faults`, `not_found`, `invalid_request`.
 */
export async function replayRules(
  context: Context,
  caller: { store: Store; role: Role },
  input: ReplayRules,
): Promise<RulesReplayed> {
  const asked = parseInput(ReplayRules, input)
  const { from, until } = asked
  const { own, beside } = await askedRules(context, caller.store.id, asked)
  const ruleSet = compileAsked({ own: timeless(own), beside: beside.map(timeless) })
  const orders = await pastOrders(context, caller.store.id, { from, until })
  const skus = await readSkuFigures(context, caller.store.id)
  const replay = await replayInSlices(ruleSet, orders, { baseline: 'paid', skus })
  return present(replay, { from, until, orders, ruleSet, seesProfit: roleAllows(caller.role, 'profit:read') })
}
