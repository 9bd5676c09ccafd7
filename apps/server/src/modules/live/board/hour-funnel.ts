import type { LiveFunnel, LiveSource } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import { channelParams, getSource, worstLoss } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { visitorsSql } from '../minutes/summed-measures.ts'
import type { BoardClock } from './board-clock.ts'
import type { Subject } from './subject.ts'

const WINDOW_MINUTES = 60
const STEPS = ['view', 'cart', 'order', 'pay'] as const
/** Later steps happen on pages of their own, so a page is judged by where its viewers go on to the cart only. */
const DIMENSIONS = ['device', 'channel'] as const

const channel = getSource('views').dimensions.channel?.sql ?? 'f.channel'

type Cut = 'whole' | (typeof DIMENSIONS)[number]

const GROUPS: Record<Cut, string> = { whole: "''", device: 'toString(f.device)', channel }

/** Visitors of the window by step, and by device or channel. One statement a cut: each is answered from sums of its own. */
const funnelSql = (cut: Cut): string => `SELECT
  type,
  ${GROUPS[cut]} AS grp,
  ${visitorsSql({ sliced: cut !== 'whole' })} AS visitors,
  count() AS events
FROM events AS f
WHERE f.store = {store:String} AND f.day = {day:Date}
  AND toStartOfMinute(f.at) >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
  AND toStartOfMinute(f.at) < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  AND f.type IN {steps:Array(String)}
GROUP BY type, grp`

type Row = { type: string; grp: string; visitors: number; events: number }

type Step = LiveFunnel['steps'][number]

function stepsOf(rows: readonly Row[]): Step[] {
  const at = (step: string): number => rows.find((r) => r.type === step)?.visitors ?? 0
  return STEPS.map((step, i) => {
    const before = STEPS[i - 1]
    return { step, visitors: at(step), stepRate: before === undefined ? null : ratio(at(step), at(before)) }
  })
}

/** The step and group that lose most against the other groups, over both dimensions. */
function lossOf(cuts: Record<(typeof DIMENSIONS)[number], readonly Row[]>): LiveFunnel['loss'] {
  const losses = DIMENSIONS.flatMap((dimension) => {
    const rows = cuts[dimension]
    const groups = [...new Set(rows.map((r) => r.grp))].filter((name) => name !== '').sort()
    const loss = worstLoss(
      groups.map((group) => ({
        group,
        steps: stepsOf(rows.filter((r) => r.grp === group)).map((s) => ({ ...s, totalRate: null, lost: 0 })),
      })),
    )
    return loss ? [{ dimension, ...loss }] : []
  })
  return losses.sort((a, b) => b.lostVisitors - a.lostVisitors)[0] ?? null
}

function sourcesOf(byChannel: readonly Row[]): LiveSource[] {
  const views = byChannel.filter((r) => r.type === 'view' && r.grp !== '')
  const all = views.reduce((sum, r) => sum + r.events, 0)
  return views
    .map((r) => ({ channel: r.grp, pv: r.events, share: r.events / all }))
    .sort((a, b) => b.pv - a.pv || (a.channel < b.channel ? -1 : 1))
}

/**
 * What the visitors of the last hour did, and where their views came from. The funnel is open: a visitor counts at a step
 * whatever came before the window, because the window is shorter than many a purchase.
 */
export async function readHour(
  context: Context,
  { store, channels }: Subject,
  clock: BoardClock,
): Promise<{ funnel: LiveFunnel; sources: LiveSource[] }> {
  const params = {
    store: store.id,
    day: clock.day,
    fromMs: Math.max(clock.start.getTime(), clock.at.getTime() - WINDOW_MINUTES * 60_000),
    toMs: clock.at.getTime(),
    steps: [...STEPS],
    ...channelParams(channels),
  }
  const ask = (cut: Cut): Promise<Row[]> => context.facts.query<Row>(funnelSql(cut), params)
  const [whole, device, byChannel] = await Promise.all([ask('whole'), ask('device'), ask('channel')])
  const loss = lossOf({ device, channel: byChannel })
  return { funnel: { minutes: WINDOW_MINUTES, steps: stepsOf(whole), loss }, sources: sourcesOf(byChannel) }
}
