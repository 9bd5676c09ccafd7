import { forecastReservoir, type ReservoirSource } from '@zhanggui/campaigns'
import type { CampaignBody, ReservoirView, Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { readCampaignRow, readCampaignRows } from '../records/campaign-rows.ts'

/** What people did before a burst, the strongest sign first: whoever did several counts in the first. */
const SOURCES = ['cart', 'favourite', 'visit'] as const

type Span = { gatherFrom: string; burstFrom: string; burstTo: string }
type Row = { source: string; people: string; buyers: string }

/** Each visitor in the strongest sign they gave before the burst, and how many of them bought in it. */
const GATHERED_SQL = `
WITH gathered AS (
  SELECT
    visitor,
    multiIf(countIf(type = 'cart') > 0, 'cart', countIf(type = 'favourite') > 0, 'favourite', 'visit') AS source
  FROM events
  WHERE store = {store:String}
    AND day >= {gatherFrom:Date}
    AND day < {burstFrom:Date}
    AND visitor != 0
  GROUP BY visitor
),
bought AS (
  SELECT DISTINCT buyer
  FROM order_lines FINAL
  WHERE store = {store:String}
    AND paid_day >= {burstFrom:Date}
    AND paid_day < {burstTo:Date}
    AND buyer != 0
)
SELECT
  source,
  count() AS people,
  countIf(visitor GLOBAL IN (SELECT buyer FROM bought)) AS buyers
FROM gathered
GROUP BY source`

/** Who bought in the burst of last time, and what each paid, as the catalogue counts them. */
async function readBurst(context: Context, store: Store, { burstFrom, burstTo }: Span) {
  const range = { from: parseDay(burstFrom), to: parseDay(burstTo) }
  const { totals } = await runQuery(context, store, { metrics: ['buyers', 'aov'], ...range })
  const figure = (id: string): number => (typeof totals[id] === 'number' ? totals[id] : 0)
  return { buyers: figure('buyers'), aovCents: Math.round(figure('aov')) }
}

/** From the first day of gathering to the last burst day. */
function spanOf({ windows }: CampaignBody): Span | null {
  const first = windows.find(({ phase }) => phase === 'burst')
  const last = windows.findLast(({ phase }) => phase === 'burst')
  const gather = windows[0]
  return first && last && gather ? { gatherFrom: gather.from, burstFrom: first.from, burstTo: last.to } : null
}

const gathered = (context: Context, store: Store, span: Span): Promise<Row[]> =>
  context.facts.query<Row>(GATHERED_SQL, { store: store.id, ...span })

/**
 * The latest campaign of the same template whose burst is over when this one begins to gather, else the latest of the same size:
 * a day of the brand says nothing of a month of Double 11.
 */
async function basisOf(context: Context, store: Store, body: CampaignBody): Promise<Span | null> {
  const from = body.windows[0]?.from ?? body.mainDay
  const before = (await readCampaignRows(context.records.db, store.id))
    .flatMap((row) => {
      const span = spanOf(row.body)
      return span && span.burstTo <= from ? [{ span, template: row.body.template, size: row.body.size }] : []
    })
    .toSorted((a, b) => (a.span.burstTo < b.span.burstTo ? 1 : -1))
  const same = before.find(({ template }) => template !== null && template === body.template)
  return (same ?? before.find(({ size }) => size === body.size))?.span ?? null
}

const countOf = (rows: readonly Row[], source: string): { people: number; buyers: number } => {
  const row = rows.find((one) => one.source === source)
  return { people: Number(row?.people ?? 0), buyers: Number(row?.buyers ?? 0) }
}

/**
 * What the people gathered so far will bring in the burst, by the shares of the last campaign (P3.17).
 * Shape: figures null where there is no campaign of before or no target. Errors: throws `not_found`.
 */
export async function readReservoir(context: Context, store: Store, campaign: string): Promise<ReservoirView> {
  const { body } = await readCampaignRow(context.records.db, { store: store.id, campaign })
  const { targetCents } = body.goal
  const [span, basis] = [spanOf(body), await basisOf(context, store, body)]
  const now = span ? await gathered(context, store, span) : []
  const before = basis ? await gathered(context, store, basis) : []
  const sources = SOURCES.map(
    (id): ReservoirSource => ({ id, people: countOf(now, id).people, before: countOf(before, id) }),
  )
  const nothing = { buyers: null, buyersError: null, paidCents: null, missingCents: null, missingPeople: [] }
  const view = { sources, basis: basis && { from: basis.burstFrom, to: basis.burstTo }, targetCents }
  if (!basis || targetCents === null) return { ...view, ...nothing }
  const { buyers, aovCents } = await readBurst(context, store, basis)
  const inside = sources.reduce((sum, source) => sum + source.before.buyers, 0)
  // Buyers who gave no sign before come again as they came the last time.
  const otherCents = Math.max(0, buyers - inside) * aovCents
  const { missingPeople, ...forecast } = forecastReservoir({ sources, aovCents, otherCents, targetCents })
  return { ...view, ...forecast, missingPeople }
}
