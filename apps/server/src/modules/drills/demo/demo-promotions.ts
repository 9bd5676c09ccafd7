import type { CreatePromotion, IssueCoupons, PromotionRule, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { claimCoupon } from '../../promotions/coupons/claim-coupon.ts'
import { issueCoupons } from '../../promotions/coupons/issue-coupons.ts'
import { checkPromotion } from '../../promotions/questions/check-promotion.ts'
import { PROMOTION_APPROVAL } from '../../promotions/records/approve-promotion.ts'
import { listPromotions, readPromotion } from '../../promotions/records/list-promotions.ts'
import { changePromotion, createPromotion } from '../../promotions/records/write-promotion.ts'
import { saveDemoOrders } from './demo-orders.ts'

const DAY_MS = 86_400_000

const spend = (
  ruleId: string,
  name: string,
  tiers: readonly (readonly [number, number])[],
  more = {},
): PromotionRule => ({
  ruleId,
  name,
  mechanic: 'spendAndSave',
  params: { tiers: tiers.map(([minYuan, cutYuan]) => ({ minCents: minYuan * 100, cutCents: cutYuan * 100 })) },
  ...more,
})

const COUPON = { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true }

/** What the shop runs: spend-and-save with points over everything, and a coupon for the shop. */
const RUNNING: readonly Omit<CreatePromotion, 'from' | 'until'>[] = [
  {
    id: 'season-savings',
    name: '应季满减',
    note: '全店满减，会员积分照常累计；预算用完自动停止。',
    budgetCents: 5_000_000,
    rules: [
      spend('season-spend', '满299减30，满599减80', [
        [299, 30],
        [599, 80],
      ]),
      { ruleId: 'season-points', name: '每消费1元积1分', mechanic: 'pointsEarn', params: { perCents: 100, points: 1 } },
    ],
  },
  {
    id: 'shop-coupon',
    name: '店铺券',
    note: '每人一张，领取后 14 天内有效。',
    budgetCents: 2_000_000,
    rules: [spend('coupon-199-20', '满199减20券', [[199, 20]], COUPON)],
  },
]

/** What the check is there for: two generous offers that nobody meant to be used together, and a coupon without a limit. */
const DRAFT: Omit<CreatePromotion, 'from' | 'until'> = {
  id: 'flash-with-coupon',
  name: '闪购叠券（草稿）',
  note: '点“检查”看看：闪购四折与大额券叠加会卖穿成本，券也没有设总量。',
  rules: [
    { ruleId: 'flash-40', name: '闪购四折', mechanic: 'percentOff', params: { payBp: 4000 } },
    spend('big-coupon', '满99减60券', [[99, 60]], COUPON),
  ],
}

const BATCH: Omit<IssueCoupons, 'claimFrom' | 'claimUntil'> = {
  id: 'coupon-199-20',
  name: '满199减20店铺券',
  promotion: 'shop-coupon',
  ruleId: 'coupon-199-20',
  total: 500,
  perBuyer: 1,
  validDays: 14,
  faceCents: 2000,
}
const CLAIMS = 12

/** Puts a version into force as an approval does: the demo is made before there are people who could approve. */
async function putInForce(context: Context, caller: ResourceCaller, promotion: string): Promise<void> {
  const { name, version, from, until, rules } = await readPromotion(context, caller, promotion)
  const { budgetCents = null } = RUNNING.find(({ id }) => id === promotion) ?? {}
  const payload = { promotion, version, name, from, until, budgetCents, rules: rules.map((rule) => rule.name) }
  await auditedTransaction(context, (tx, record) =>
    PROMOTION_APPROVAL.perform(context, tx, { payload, asker: caller, reason: 'demo', record }),
  )
}

const claimCoupons = async (context: Context, store: Store): Promise<void> => {
  for (let i = 1; i <= CLAIMS; i++)
    await claimCoupon(context, store, { id: `demo-${i}`, batch: BATCH.id, buyerId: `demo-member-${i}` })
}

/** Each check looks at the goods that sell most; with those left out that have an error, others come into its view. */
const ROUNDS = 6

const without = (rules: readonly PromotionRule[], skuIds: readonly string[]): PromotionRule[] =>
  rules.map((rule) => ({ ...rule, scope: { ...rule.scope, not: { skuIds: [...skuIds] } } }))

/** Checks a promotion as an operator does: goods that stand in its way are left out, until nothing does. */
async function checkUntilSound(
  context: Context,
  caller: ResourceCaller,
  { store, promotion }: { store: Store; promotion: CreatePromotion & { id: string } },
): Promise<void> {
  const { id, ...body } = promotion
  const skuIds = new Set<string>()
  for (let version = 1; version <= ROUNDS; version++) {
    const findings = await checkPromotion(context, caller, store, id)
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length === 0) return
    for (const { facts } of errors) skuIds.add(String(facts.skuId))
    const rules = without(body.rules ?? [], [...skuIds])
    await changePromotion(context, caller, id, { ...body, rules, version, reason: '有价格问题的商品先不参加' })
  }
}

type Times = { from: string; until: string }

async function runPromotion(
  context: Context,
  caller: ResourceCaller,
  given: { store: Store; promotion: (typeof RUNNING)[number]; times: Times },
): Promise<void> {
  const { store, promotion, times } = given
  const id = await createPromotion(context, caller, { ...promotion, ...times })
  if (id === BATCH.promotion)
    await issueCoupons(context, caller, { ...BATCH, claimFrom: times.from, claimUntil: times.until })
  await checkUntilSound(context, caller, { store, promotion: { ...promotion, ...times, id } })
  await putInForce(context, caller, id)
}

/**
 * Gives the demo shop two promotions that run and were checked, coupons in buyers' hands, orders with a return, and a draft with
 * planted faults. Safe to repeat.
 */
export async function saveDemoPromotions(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  if ((await listPromotions(context, store.id, {})).length > 0) return
  const caller = { store: store.id, actor, role: 'owner' as const }
  const nowMs = context.clock.now().getTime()
  const instant = (days: number): string => new Date(nowMs + days * DAY_MS).toISOString()
  const times = { from: instant(-3), until: instant(27) }
  for (const promotion of RUNNING) await runPromotion(context, caller, { store, promotion, times })
  await claimCoupons(context, store)
  await saveDemoOrders(context, { store, actor })
  await createPromotion(context, caller, { ...DRAFT, from: instant(7), until: instant(9) })
}
