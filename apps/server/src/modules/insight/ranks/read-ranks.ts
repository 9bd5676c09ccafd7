import { RANK_LEVERS, rankSeries, rankStanding } from '@zhanggui/analysis'
import type { RankFollowUp, RankSubject, Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import { PRODUCTS } from '../../products/products.ts'
import { RANK_ACTIONS } from './rank-actions.ts'
import { sameSubject, subjectOf } from './rank-fields.ts'
import { RANK_GOALS } from './rank-goals.ts'
import { RANK_READINGS } from './rank-readings.ts'

type Rows = { readings: StoredRow[]; actions: StoredRow[]; names: ReadonlyMap<string, string> }

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function actionOf({ data }: StoredRow): RankSubject['actions'][number] {
  const lever = RANK_LEVERS.find(({ id }) => id === data.lever)
  return {
    day: String(data.day),
    leverZh: lever?.nameZh ?? String(data.lever),
    leverEn: lever?.nameEn ?? String(data.lever),
    what: String(data.what),
  }
}

function subjectView({ id, data }: StoredRow, { readings, actions, names }: Rows, today: BusinessDay): RankSubject {
  const subject = subjectOf(data)
  const isOfIt = (row: StoredRow): boolean => sameSubject(subject, subjectOf(row.data))
  // A list left empty and one called 综合 are the same: of two readings of a day the one entered later counts.
  const byDay = new Map(readings.filter(isOfIt).map((row) => [String(row.data.day), row]))
  const own = [...byDay.values()]
  const series = rankSeries(
    own.map((row) => ({
      day: parseDay(String(row.data.day)),
      rank: numberOf(row.data.rank),
      depth: numberOf(row.data.depth) ?? 1,
    })),
  )
  const goal = { rank: numberOf(data.goalRank) ?? 1, byDay: parseDay(String(data.byDay)) }
  return {
    id,
    ...subject,
    itemName: subject.item === null ? null : (names.get(subject.item) ?? null),
    owner: String(data.owner),
    goalRank: goal.rank,
    byDay: goal.byDay,
    points: series.points.map((point) => ({ ...point, source: String(byDay.get(point.day)?.data.source) })),
    best: series.best,
    ...rankStanding(series, goal, today),
    actions: actions
      .filter(isOfIt)
      .map(actionOf)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

/** What is behind or not looked at comes before what is reached. */
const ORDER: readonly RankSubject['verdict'][] = ['missed', 'behind', 'stale', 'unknown', 'onTrack', 'reached']

/** Every rank that has a goal, with its series, its distance and what was done for it (P9.11). */
export async function readRanks(context: Context, store: Store): Promise<RankFollowUp> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const goals = await readAllRows(context, RANK_GOALS, store.id)
  const products = goals.length === 0 ? [] : await readAllRows(context, PRODUCTS, store.id)
  const rows: Rows = {
    readings: await readAllRows(context, RANK_READINGS, store.id),
    actions: await readAllRows(context, RANK_ACTIONS, store.id),
    names: new Map(products.map(({ data }) => [String(data.itemId), String(data.title)])),
  }
  const subjects = goals
    .map((goal) => subjectView(goal, rows, today))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (b.distance?.places ?? 0) - (a.distance?.places ?? 0),
    )
  return { today, subjects }
}
