import {
  countNewSql,
  createRepeatsSql,
  dayColumnOf,
  findRepeatsSql,
  type ImportPlan,
  type PublishInput,
  type PublishNames,
  type Slice,
  storedRange,
} from '@zhanggui/imports'
import type { Context } from '../../context.ts'

/** Rows that are compared at once with those that are stored. */
const SLICE_ROWS = 1_000_000

/** Keys that are sorted at once: 8 bytes each, in a few copies. */
const SORTED_KEYS = 3_000_000

/** What staging holds, counted. */
export type GroupCounts = {
  rows: number
  rejected: number
  fresh: number
  updated: number
  duplicates: number
  classified: Record<string, number>
  from: string | null
  to: string | null
}

/** Everything that the statements of a group need. */
export type GroupScope = {
  plan: ImportPlan
  names: PublishNames
  store: string
  importId: number
  now: number
  timeZone: string
}

const paramsOf = ({ store, importId, now, timeZone }: GroupScope, from: string | null, to: string | null) => ({
  store,
  importId,
  now,
  timeZone,
  fromDay: from ?? '1970-01-01',
  toDay: to ?? '1970-01-01',
})

/** Sorts of rows with their counts, and the days that the good ones span. Shape: `from` is null where no row is good. */
async function surveyStage(context: Context, { plan, names, timeZone }: GroupScope) {
  const dayColumn = dayColumnOf(plan)
  const constant = plan.constant.find((c) => c.name === dayColumn)
  const day = constant ? `CAST(${constant.sql}, 'Date')` : (dayColumn ?? "toDate('1970-01-01')")
  const rows = await context.facts.query<{ ok: number; class: string; rows: number; from: string; to: string }>(
    `SELECT _fault = 0 AS ok, if(ok, _class, '') AS class, count() AS rows, toString(min(${day})) AS from, toString(max(${day})) AS to
FROM ${names.stage} GROUP BY ok, class ORDER BY rows DESC, class`,
    { timeZone },
  )
  const good = rows.filter((r) => r.ok === 1)
  const sum = (of: typeof rows): number => of.reduce((n, r) => n + r.rows, 0)
  return {
    accepted: sum(good),
    rejected: sum(rows.filter((r) => r.ok === 0)),
    classified: Object.fromEntries(good.map((r) => [r.class || 'other', r.rows])),
    from: dayColumn ? (good.map((r) => r.from).toSorted()[0] ?? null) : null,
    to: dayColumn
      ? (good
          .map((r) => r.to)
          .toSorted()
          .at(-1) ?? null)
      : null,
  }
}

const slicesOf = (rows: number, rowsEach: number): Slice[] => {
  const of = Math.min(256, Math.max(1, Math.ceil(rows / rowsEach)))
  return Array.from({ length: of }, (_, index) => ({ of, index }))
}

async function countOf(context: Context, from: string, params = {}): Promise<number> {
  const [row] = await context.facts.query<{ rows: number }>(`SELECT count() AS rows FROM ${from}`, params)
  return row?.rows ?? 0
}

/** Shape: how many rows share their key with another. */
async function findRepeats(context: Context, scope: GroupScope, slices: readonly Slice[]): Promise<number> {
  const { facts } = context
  await facts.command(`DROP TABLE IF EXISTS ${scope.names.repeats} SYNC`)
  await facts.command(createRepeatsSql(scope.names))
  for (const slice of slices) await facts.command(findRepeatsSql(scope.plan, scope.names, slice))
  return countOf(context, scope.names.repeats)
}

/** What the statements of each slice are made from, and their parameters. */
export type PublishSlices = { inputs: PublishInput[]; params: ReturnType<typeof paramsOf>; hasRepeats: boolean }

/** Looks once at staging and at what is stored; the answer shapes the statements of every slice. */
export async function preparePublish(
  context: Context,
  scope: GroupScope,
  known: { rows: number; from: string | null; to: string | null },
): Promise<PublishSlices> {
  const { plan, names } = scope
  const params = paramsOf(scope, known.from, known.to)
  const stored = await countOf(context, `${names.facts} WHERE ${storedRange(plan)}`, params)
  const repeats = await findRepeats(context, scope, slicesOf(known.rows, SORTED_KEYS))
  const hasRepeats = repeats > 0
  const hasStored = stored > 0
  // With nothing to compare with, one statement reads staging once.
  const written = slicesOf(hasStored ? Math.max(known.rows, stored) : repeats, SLICE_ROWS)
  return { inputs: written.map((slice) => ({ plan, names, slice, hasRepeats, hasStored })), params, hasRepeats }
}

/** Counts a staged group against itself and against what is stored. Changes nothing but the list of repeats. */
export async function checkGroup(
  context: Context,
  scope: GroupScope,
): Promise<{ counts: GroupCounts; publish: PublishSlices }> {
  const { accepted, rejected, classified, from, to } = await surveyStage(context, scope)
  const publish = await preparePublish(context, scope, { rows: accepted, from, to })
  const counts = { rows: accepted + rejected, rejected, fresh: 0, updated: 0, duplicates: 0, classified, from, to }
  for (const input of publish.inputs) {
    const [row] = await context.facts.query<{ fresh: number; updated: number; known: number }>(
      countNewSql(input),
      publish.params,
    )
    counts.fresh += row?.fresh ?? 0
    counts.updated += row?.updated ?? 0
  }
  counts.duplicates = accepted - counts.fresh - counts.updated
  return { counts, publish }
}
