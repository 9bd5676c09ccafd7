import { type Filter, REPURCHASE_GROUPS, type RepurchaseGoals, RepurchaseQuery, type Store } from '@zhanggui/contract'
import { judgeRepurchase } from '@zhanggui/goals'
import { addDays, type BusinessDay, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { dayAsked, judgedAsOf } from '../goals/read-attainment.ts'

type Group = (typeof REPURCHASE_GROUPS)[number]
type Stretch = { from: BusinessDay; to: BusinessDay }
type Row = RepurchaseGoals['groups'][number]

const YEAR_DAYS = 365

const MEMBER: Filter = { dimension: 'memberTier', op: 'notIn', values: [''] }
const RETURNING: Filter = { dimension: 'buyerKind', op: 'in', values: ['returning'] }

/** Groups by what the catalogue knows: tier at purchase, and whether they had bought before the year began. */
const FILTERS: Readonly<Record<Group, Filter[]>> = {
  all: [],
  member: [MEMBER],
  loyalMember: [MEMBER, RETURNING],
  nonMember: [{ dimension: 'memberTier', op: 'in', values: [''] }],
  returning: [RETURNING],
  new: [{ dimension: 'buyerKind', op: 'in', values: ['new'] }],
}

const NO_MEMBERS = {
  code: 'members_unknown',
  messageZh: '订单里没有会员等级，无法区分会员与非会员；请在导入时映射“会员等级”，或先看老客与新客。',
  messageEn:
    'No order names a member tier, so members cannot be told from others; map the member tier when importing, or look at returning and new buyers.',
}

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/**
 * Repurchase by group (P2.19): first orders of the year whose windows are over by `asOf`, and the same of the year before. A
 * member is who had a tier when buying; a loyal member had also bought before the year.
 * Errors: `invalid_request`, and what the metric catalogue refuses.
 */
export async function readRepurchase(
  context: Context,
  store: Store,
  query: RepurchaseQuery,
  asker?: Asker,
): Promise<RepurchaseGoals> {
  const { asOf: asked, windowDays } = parseInput(RepurchaseQuery, query)
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const to = addDays(asOf, -windowDays)
  const range = { from: addDays(to, -YEAR_DAYS), to }
  const before = { from: addDays(range.from, -YEAR_DAYS), to: range.from }
  const metric = `repurchaseRate${windowDays}d`
  const ask = async (group: Group, stretch: Stretch, metrics: string[]) =>
    (await runQuery(context, store, { metrics, ...stretch, filters: FILTERS[group] }, asker)).totals

  const figures = await Promise.all(
    REPURCHASE_GROUPS.map(async (group) => {
      const [now, then] = await Promise.all([
        ask(group, range, [metric, 'buyers', 'paid', 'aov']),
        ask(group, before, [metric]),
      ])
      return { group, now, rateBefore: numberOf(then[metric]) }
    }),
  )
  const paidOf = (group: Group): number | null => numberOf(figures.find((f) => f.group === group)?.now.paid)
  const groups = figures.map(({ group, now, rateBefore }): Row => {
    const rate = numberOf(now[metric])
    return {
      group,
      rate,
      rateBefore,
      change: rate === null || rateBefore === null ? null : rate - rateBefore,
      buyers: numberOf(now.buyers),
      paidCents: numberOf(now.paid),
      paidShare: ratio(numberOf(now.paid), paidOf('all')),
      aovCents: numberOf(now.aov),
    }
  })
  const rowOf = (group: Group) => groups.find((g) => g.group === group) ?? { rate: null, rateBefore: null }
  const membersKnown = (paidOf('member') ?? 0) > 0
  return {
    asOf,
    windowDays,
    range,
    before,
    membersKnown,
    groups,
    ...judgeRepurchase({ member: rowOf('member'), loyal: rowOf('loyalMember'), nonMember: rowOf('nonMember') }),
    warnings: membersKnown ? [] : [NO_MEMBERS],
  }
}
