import { type DecisionFact, findReport, type PackDayFact, type Reference } from '@zhanggui/report'
import { runQuery } from '../../../insight/run-query.ts'
import { latestEditions } from '../editions/read-editions.ts'
import { readDecisions } from '../notes/read-notes.ts'
import { type Gathering, money, say, wordsOf } from './gathering.ts'

const DECISIONS_MAX = 30

/** What was decided: in a campaign's report its own decisions, else those of every review that are open or younger than the period. */
export async function gatherDecisions(given: Gathering): Promise<DecisionFact[]> {
  const { context, store, period } = given
  const rows = await readDecisions(context, store.id)
  const wanted = rows.filter((row) =>
    period.kind === 'campaign'
      ? row.period === period.key || row.campaign === period.key
      : row.doneAt === null || row.madeAt.toISOString().slice(0, 10) >= period.from,
  )
  return wanted.slice(0, DECISIONS_MAX).map((row) => {
    const kind = findReport(row.report)
    return {
      id: String(row.id),
      text: row.text,
      owner: row.owner ?? '',
      dueDay: row.dueDay,
      done: row.doneAt !== null,
      report: `${kind ? wordsOf(given, kind.name) : row.report} ${row.period}`,
    }
  })
}

/** What the weekly packs said of the month's days, beside what the data says now (P14.06). */
export async function gatherPacks(given: Gathering): Promise<PackDayFact[]> {
  const { context, store, period, asker } = given
  const packs = await latestEditions(context, store.id, 'weekly-pack')
  const { from, to } = period
  const { rows } = await runQuery(context, store, { metrics: ['paid'], by: ['day'], from, to }, asker)
  const now = new Map(rows.map((row) => [String(row.day), typeof row.paid === 'number' ? row.paid : null]))
  const ref: Reference = { kind: 'query', metrics: ['paid'], by: ['day'], from, to }
  const edition: Reference = { kind: 'record', resource: 'report-editions', id: say(given, '周数据会', 'weekly-pack') }
  return packs
    .flatMap(({ period: week, days }) => days.map(({ day, paidCents }) => ({ week, day, paidCents })))
    .filter(({ day }) => day >= from && day < to)
    .map(({ week, day, paidCents }) => ({
      week,
      day,
      packed: money(paidCents, edition),
      now: money(now.get(day) ?? null, ref),
    }))
}
