import { addMonths, type OccasionRule, occasionsBetween } from '@zhanggui/calendar'
import { type SeasonOutlookAnswer, SeasonOutlookQuery, type Store } from '@zhanggui/contract'
import { type OutlookCategory, type OutlookPeak, risingCategories, seasonOutlook } from '@zhanggui/forecast'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { getMetric, isDimensionId } from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { occasionRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import { coveredDays, type History, readHistories } from '../forecast/read-history.ts'
import { type Asker, runQuery } from '../run-query.ts'

/** Groups of their own; a list of seasons is read by people. */
const GROUPS_MAX = 200
/** The heaviest occasions of a peak's months are its likely reason; the rest are noise beside it. */
const OCCASIONS_MAX = 3

type Asked = z.output<typeof SeasonOutlookQuery>

/** Errors: throws `invalid_request` where months do not add up, or the dimension is none. */
function requireSums({ metric, by, leadMost, leadLeast }: Asked): void {
  if (getMetric(metric).kind !== 'additive')
    throw new ApiFailure('invalid_request', {
      where: {
        zh: `metric：${metric} 各月不能相加，请用支付金额、件数等`,
        en: `metric: ${metric} does not add up over months`,
      },
    })
  if (!isDimensionId(by))
    throw new ApiFailure('invalid_request', {
      where: {
        zh: `by：没有维度“${by}”，请用 category、brand、sku 等`,
        en: `by: there is no dimension "${by}"; use category, brand, sku …`,
      },
    })
  if (leadLeast > leadMost)
    throw new ApiFailure('invalid_request', {
      where: { zh: 'leadLeast：定案不能早于开始调研', en: 'leadLeast: must not be more than leadMost' },
    })
}

/** A group's series from its first sale on: the time before a launch is no low season. */
function seriesOf({ group, values }: History, from: BusinessDay): OutlookCategory {
  const launch = Math.max(
    0,
    values.findIndex((value) => value !== null && value !== 0),
  )
  const series = { start: addMonths(from, launch), grain: 'month' as const, values: values.slice(launch) }
  return { id: group ?? '', series }
}

function occasionsOf({ from, to }: OutlookPeak, rules: readonly OccasionRule[]) {
  const end = addMonths(to, 1)
  return occasionsBetween(from, end, rules)
    .filter(({ mainDay }) => from <= mainDay && mainDay < end)
    .sort((a, b) => b.weight - a.weight || (a.mainDay < b.mainDay ? -1 : 1))
    .slice(0, OCCASIONS_MAX)
    .map(({ id, nameZh, nameEn, mainDay }) => ({ id, nameZh, nameEn, mainDay }))
}

/**
 * What will be in season in the next twelve months, how early to look into it, and what grows beyond its season (季节与热点前瞻).
 * Errors: `not_forecastable` (no whole month of history), `invalid_request` (a rate, a dimension of time), `InsightFailure` of the
 * query behind it.
 */
export async function readSeasonOutlook(
  context: Context,
  store: Store,
  query: SeasonOutlookQuery,
  asker?: Asker,
): Promise<SeasonOutlookAnswer> {
  const asked = parseInput(SeasonOutlookQuery, query)
  await runQuery(context, store, { metrics: [asked.metric] }, asker)
  requireSums(asked)
  const { metric, by, leadMost, leadLeast } = asked
  const question = { metric, filters: [], asOf: asked.asOf }
  const covered = await coveredDays(context, store, question)
  const monthly = { ...question, grain: 'month' as const, by, groups: GROUPS_MAX, additive: true }
  const histories = covered && (await readHistories(context, store, monthly))
  if (!histories) throw new ApiFailure('not_forecastable', { metric, reason: 'noWholePeriod' })
  const groups = histories.groups.filter(({ rest, group }) => !rest && group !== '')
  const categories = groups.map((group) => seriesOf(group, histories.from))
  const asOf = asked.asOf ? parseDay(asked.asOf) : covered.to
  const lead = { most: leadMost, least: leadLeast }
  const { peaks, tooShort } = seasonOutlook({ categories, asOf, leadMonths: lead, threshold: asked.indexMin })
  const rules = occasionRulesOf(await readCountedOccasions(context, store.id))
  const labels = new Map(groups.map(({ group, label }) => [group ?? '', label ?? group ?? '']))
  const named = (group: string) => ({ group, label: labels.get(group) ?? group })
  return {
    metric,
    by,
    unit: getMetric(metric).unit,
    currency: store.currency,
    asOf,
    lead,
    peaks: peaks.map(({ categoryId, from, to, month, ...peak }) => ({
      ...named(categoryId),
      ...peak,
      from: from.slice(0, 7),
      to: to.slice(0, 7),
      month: month.slice(0, 7),
      occasions: occasionsOf({ categoryId, from, to, month, ...peak }, rules),
    })),
    rising: risingCategories({ categories, asOf }).map(({ categoryId, ...grown }) => ({
      ...named(categoryId),
      ...grown,
    })),
    tooShort: tooShort.map(named),
  }
}
