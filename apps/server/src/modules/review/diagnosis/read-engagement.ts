import { engagementGroups } from '@zhanggui/analysis'
import { DiagnosisRange, type EngagementAnswer, type Store } from '@zhanggui/contract'
import { channelParams, channelSql } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readChannels } from '../../insight/read-channels.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { type Participant, traitsOf } from './engagement-traits.ts'

/** Groups are as plain on this many people as on millions; the same people are drawn whoever asks. */
const PEOPLE_MAX = 20_000

const PEOPLE_SQL = `
SELECT
  countIf(e.type = 'view') AS views,
  uniqExact(e.day) AS days,
  countIf(e.type = 'cart') AS carts,
  countIf(e.type IN ('favourite', 'share', 'follow', 'join')) AS interactions,
  sum(e.dwell_ms) / 1000 AS dwell,
  countIf(e.type = 'pay') > 0 AS paid,
  anyHeavy(${channelSql('e.channel')}) AS channel,
  anyHeavy(toString(e.device)) AS device,
  anyHeavy(toString(e.category)) AS category
FROM events AS e
WHERE e.store = {store:String}
  AND e.day >= {from:Date}
  AND e.day < {to:Date}
  AND e.visitor != 0
GROUP BY e.visitor
ORDER BY sipHash64(e.visitor)
LIMIT ${PEOPLE_MAX}`

type Row = Record<'views' | 'days' | 'carts' | 'interactions' | 'dwell' | 'paid', number> &
  Record<'channel' | 'device' | 'category', string>

const participantOf = (row: Row): Participant => ({
  did: {
    views: Number(row.views),
    days: Number(row.days),
    carts: Number(row.carts),
    interactions: Number(row.interactions),
    dwellSeconds: Number(row.dwell),
  },
  paid: Number(row.paid) > 0,
  traits: { channel: row.channel, device: row.device, category: row.category },
})

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** How much people take part, and what those who do most have in common (P14.03). Errors: as `runQuery`. */
export async function readEngagement(
  context: Context,
  store: Store,
  query: DiagnosisRange,
  asker?: Asker,
): Promise<EngagementAnswer> {
  const { from, to } = parseInput(DiagnosisRange, query)
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const { totals, range: days } = await runQuery(context, store, { metrics: ['uv', 'pv'], ...range }, asker)
  const [uv, pv] = [numberOf(totals.uv), numberOf(totals.pv)]
  if (!days) return { range: null, uv, pv, people: 0, isSample: false, stability: 1, groups: [] }
  const params = { store: store.id, ...days, ...channelParams(await readChannels(context, store.id)) }
  const people = (await context.facts.query<Row>(PEOPLE_SQL, params)).map(participantOf)
  const { groups, ranks, stability } = engagementGroups(
    people.map((person) => person.did),
    store.id,
  )
  return {
    range: days,
    uv,
    pv,
    people: people.length,
    isSample: people.length === PEOPLE_MAX,
    stability,
    groups: groups.map(({ rank, people: count, share, means }) => {
      const mine = people.filter((_, i) => ranks[i] === rank)
      const { views = 0, days: visited = 0, carts = 0, interactions = 0, dwellSeconds = 0 } = means
      const payShare = mine.filter((person) => person.paid).length / count
      const figures = { views, days: visited, carts, interactions, dwellSeconds, payShare }
      return { rank, people: count, share, ...figures, traits: traitsOf(mine, people) }
    }),
  }
}
