import { AskCategoryMix, type CategoryMix, type Store } from '@zhanggui/contract'
import {
  type CategoryYear,
  type MixCategory,
  type MixFailure,
  mixRoom,
  optimiseMix,
  spreadAmount,
} from '@zhanggui/goals'
import { ratio } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { Asker } from '../../insight/run-query.ts'
import { GoalsFailure } from '../goals/goals-failure.ts'
import { type LoadedGoals, loadGoals } from '../goals/load-goals.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { growthOn } from './growth-on.ts'
import { measuredYear } from './measured-year.ts'
import { type KnownYear, readCategoryYears } from './read-category-years.ts'
import { writeYearParts } from './write-year-parts.ts'
import { yearRoot } from './year-root.ts'

type Asked = z.output<typeof AskCategoryMix>

const yuan = (amount: number): string => (amount / 100).toFixed(2)

const REASONS: Readonly<Record<MixFailure['code'], { zh: string; en: string }>> = {
  floorsExceed: { zh: '各品类的下限合计比总额还多', en: 'the floors ask for more than the total, by' },
  capsFallShort: { zh: '各品类都到上限也到不了总额，还差', en: 'with every cap reached the total is missed by' },
  shareUnreachable: { zh: '高毛利品类到上限也达不到要求的占比，还差', en: 'the high-margin share is out of reach by' },
}

function refuse({ code, byCents }: MixFailure): never {
  throw new GoalsFailure(
    'goals_conflict',
    {
      zh: `品类组合无解：${REASONS[code].zh} ${yuan(byCents)} 元。请放宽上下限、占比，或改总额。`,
      en: `There is no such mix: ${REASONS[code].en} ${yuan(byCents)}. Widen floors, caps or the share, or change the total.`,
    },
    { reason: code, byCents },
  )
}

/** Categories with the asked margins in place; those that the plan names already count, though they never sold. */
function withMargins(known: readonly KnownYear[], { plan }: LoadedGoals, asked: Asked): CategoryYear[] {
  const named = plan.goals.flatMap((g) =>
    g.metric === 'paid' && g.period === String(plan.year) && Object.keys(g.scope).join() === 'category'
      ? [g.scope.category ?? '']
      : [],
  )
  const sold = new Set(known.map((k) => k.category))
  const added = [...new Set([...named, ...asked.categories.map((c) => c.category)])].filter((c) => !sold.has(c))
  const all = [
    ...known,
    ...added.map((category): KnownYear => ({ category, paidCents: 0, marginBp: null, isNew: true })),
  ]
  const given = new Map(asked.categories.map((c) => [c.category, c.marginBp]))
  const blank = all.filter((c) => (given.get(c.category) ?? c.marginBp) === null)
  if (blank.length > 0)
    throw new GoalsFailure(
      'goal_not_spreadable',
      {
        zh: `这些品类的毛利率算不出来：${blank.map((c) => c.category || '未知').join('、')}。请导入商品成本，或直接填写毛利率。`,
        en: `The margin of these categories is not known: ${blank.map((c) => c.category || 'unknown').join(', ')}. Import the cost of goods, or give the margin.`,
      },
      { categories: blank.map((c) => c.category) },
    )
  return all.map((c) => ({ ...c, marginBp: given.get(c.category) ?? c.marginBp ?? 0 }))
}

function roomOf(years: readonly CategoryYear[], totalCents: number, asked: Asked): MixCategory[] {
  const given = new Map(asked.categories.map((c) => [c.category, c]))
  return mixRoom(years, totalCents, asked.rules).map((room) => {
    const { floorCents, capCents, highMargin } = given.get(room.category) ?? {}
    const floor = floorCents ?? room.floorCents
    return {
      ...room,
      floorCents: floor,
      capCents: capCents ?? Math.max(floor, room.capCents),
      highMargin: highMargin ?? room.highMargin,
    }
  })
}

const profitOf = (targets: readonly number[], room: readonly MixCategory[]): number =>
  Math.round(targets.reduce((sum, t, i) => sum + t * (room[i]?.marginBp ?? 0), 0) / 10_000)

/** The same total as last year gave it out: what the mix is better than. */
function plainProfit(years: readonly CategoryYear[], room: readonly MixCategory[], totalCents: number): number {
  const parts = years.map((y) => ({
    id: y.category,
    weight: Math.max(0, y.paidCents),
    floor: null,
    cap: null,
    locked: null,
  }))
  const plain = spreadAmount(totalCents, parts)
  return plain.ok ? profitOf(plain.value, room) : 0
}

const shareOfHigh = (amounts: readonly number[], room: readonly MixCategory[]): number | null =>
  ratio(
    amounts.reduce((sum, a, i) => sum + (room[i]?.highMargin ? a : 0), 0),
    amounts.reduce((sum, a) => sum + a, 0),
  )

/**
 * Category targets that earn the most from the year's total, from last year's sales and margins, within floors and caps (P2.09);
 * with `apply` they are written into the goals, months and all.
 * Errors: `goals_conflict` with what leaves no room; `goal_not_spreadable` where a margin or the total is not known;
 * `not_permitted_metric` for who may not see profit.
 */
export async function categoryMix(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  { request, asker }: { request: AskCategoryMix; asker?: Asker | undefined },
): Promise<CategoryMix> {
  const asked = parseInput(AskCategoryMix, request)
  const loaded = await loadGoals(context, store, planId)
  const start = yearRoot(loaded, asked.totalCents)
  const totalCents = start.root.target ?? 0
  const year = await measuredYear(context, store, loaded.plan.year)
  const years = withMargins(await readCategoryYears(context, store, { year, asker }), loaded, asked)
  const room = roomOf(years, totalCents, asked)
  const mix = await optimiseMix({ totalCents, categories: room, highMarginMinBp: asked.highMarginMinBp })
  if (!mix.ok) return refuse(mix.error)
  const targets = mix.value.targets.map((t) => t.targetCents)
  const lastYearAmounts = years.map((y) => Math.max(0, y.paidCents))
  const changed = await writeYearParts(context, caller, store, {
    loaded,
    start,
    dimension: 'category',
    targets: new Map(mix.value.targets.map((t) => [t.category, t.targetCents])),
    asked,
  })
  return {
    year: loaded.plan.year,
    range: year,
    totalCents,
    lastYearCents: lastYearAmounts.reduce((a, b) => a + b, 0),
    profitCents: mix.value.profitCents,
    plainProfitCents: plainProfit(years, room, totalCents),
    highMarginShare: { lastYear: shareOfHigh(lastYearAmounts, room), target: shareOfHigh(targets, room) },
    categories: years.map(({ category, paidCents, marginBp, isNew }, i) => ({
      category,
      lastYearCents: paidCents,
      marginBp,
      isNew,
      highMargin: room[i]?.highMargin ?? false,
      floorCents: room[i]?.floorCents ?? 0,
      capCents: room[i]?.capCents ?? 0,
      targetCents: targets[i] ?? 0,
      growth: growthOn(paidCents, targets[i] ?? 0),
    })),
    changed,
  }
}
