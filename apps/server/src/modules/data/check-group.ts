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

async function countOf(context: Pick<Context, 'facts'>, from: string, params = {}): Promise<number> {
  const [row] = await context.facts.query<{ rows: number }>(`SELECT count() AS rows FROM ${from}`, params)
  return row?.rows ?? 0
}

/** Rows that share their key with another, and those of them that another replaces. */
type Repeats = { rows: number; dropped: number }

/** Lists the rows of staging that share their key with another. */
async function findRepeats({ facts }: Context, { plan, names }: GroupScope): Promise<Repeats> {
  await facts.command(`DROP TABLE IF EXISTS ${names.repeats} SYNC`)
  await facts.command(createRepeatsSql(names))
  const staged = await countOf({ facts }, names.stage)
  for (const slice of slicesOf(staged, SORTED_KEYS)) await facts.command(findRepeatsSql(plan, names, slice))
  const [row] = await facts.query<Repeats>(`SELECT count() AS rows, sum(dropped) AS dropped FROM ${names.repeats}`)
  return row ?? { rows: 0, dropped: 0 }
}

/** What the statements of each slice are made from, and their parameters. */
export type PublishSlices = { inputs: PublishInput[]; params: ReturnType<typeof paramsOf> }

/** Looks once at what is stored; the answer shapes the statements of every slice. */
async function preparePublish(
  context: Context,
  scope: GroupScope,
  known: { rows: number; repeats: number; from: string | null; to: string | null },
): Promise<PublishSlices> {
  const { plan, names } = scope
  const params = paramsOf(scope, known.from, known.to)
  const stored = await countOf(context, `${names.facts} WHERE ${storedRange(plan)}`, params)
  const hasRepeats = known.repeats > 0
  const hasStored = stored > 0
  // With nothing to compare with, one statement reads staging once.
  const written = slicesOf(hasStored ? Math.max(known.rows, stored) : known.repeats, SLICE_ROWS)
  return { inputs: written.map((slice) => ({ plan, names, slice, hasRepeats, hasStored })), params }
}

/** Rows that bring something new, beside those that are stored. */
async function countNew(context: Context, { inputs, params }: PublishSlices) {
  const sum = { fresh: 0, updated: 0 }
  for (const input of inputs) {
    const [row] = await context.facts.query<typeof sum>(countNewSql(input), params)
    sum.fresh += row?.fresh ?? 0
    sum.updated += row?.updated ?? 0
  }
  return sum
}

/** Counts a staged group against itself and against what is stored. Changes nothing but the list of repeats. */
export async function checkGroup(
  context: Context,
  scope: GroupScope,
): Promise<{ counts: GroupCounts; publish: PublishSlices }> {
  // Neither needs what the other finds, and each keeps one processor busy.
  const [survey, repeats] = await Promise.all([surveyStage(context, scope), findRepeats(context, scope)])
  const { accepted, rejected, classified, from, to } = survey
  const publish = await preparePublish(context, scope, { rows: accepted, repeats: repeats.rows, from, to })
  const hasStored = publish.inputs.some((input) => input.hasStored)
  // With nothing stored every row is new that no other replaces.
  const { fresh, updated } = hasStored
    ? await countNew(context, publish)
    : { fresh: accepted - repeats.dropped, updated: 0 }
  const duplicates = accepted - fresh - updated
  return {
    counts: { rows: accepted + rejected, rejected, fresh, updated, duplicates, classified, from, to },
    publish,
  }
}
