import type { LiveFunnel, LiveSource } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import { channelParams, getSource, worstLoss } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import type { BoardClock } from './board-clock.ts'
import type { Subject } from './subject.ts'

const WINDOW_MINUTES = 60
const STEPS = ['view', 'cart', 'order', 'pay'] as const
/** Later steps happen on pages of their own, so a page is judged by where its viewers go on to the cart only. */
const DIMENSIONS = ['device', 'channel'] as const

const channel = getSource('views').dimensions.channel?.sql ?? 'f.channel'

/** Visitors of the window by step, by step and device, by step and channel: one reading of the minute sums. */
const FUNNEL = `SELECT
  type,
  toString(device) AS device,
  ${channel} AS channel,
  grouping(device) AS all_devices,
  grouping(channel) AS all_channels,
  uniqCombined64If(16)(f.visitor, f.visitor != 0) AS visitors,
  count() AS events
FROM events AS f
WHERE f.store = {store:String} AND f.day >= {from:Date} AND f.day <= {to:Date}
  AND toStartOfMinute(f.at) >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
  AND toStartOfMinute(f.at) < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  AND f.type IN {steps:Array(String)}
GROUP BY GROUPING SETS ((type), (type, device), (type, channel))`

type Row = {
  type: string
  device: string
  channel: string
  all_devices: number
  all_channels: number
  visitors: number
  events: number
}

type Step = LiveFunnel['steps'][number]

function stepsOf(rows: readonly Row[]): Step[] {
  const at = (step: string): number => rows.find((r) => r.type === step)?.visitors ?? 0
  return STEPS.map((step, i) => {
    const before = STEPS[i - 1]
    return { step, visitors: at(step), stepRate: before === undefined ? null : ratio(at(step), at(before)) }
  })
}

/** The step and group that lose most against the other groups, over both dimensions. */
function lossOf(rows: readonly Row[]): LiveFunnel['loss'] {
  const losses = DIMENSIONS.flatMap((dimension) => {
    const own = rows.filter((r) => (dimension === 'device' ? isByDevice(r) : isByChannel(r)))
    const groups = [...new Set(own.map((r) => r[dimension]))].filter((name) => name !== '').sort()
    const loss = worstLoss(
      groups.map((group) => ({
        group,
        steps: stepsOf(own.filter((r) => r[dimension] === group)).map((s) => ({ ...s, totalRate: null, lost: 0 })),
      })),
    )
    return loss ? [{ dimension, ...loss }] : []
  })
  return losses.sort((a, b) => b.lostVisitors - a.lostVisitors)[0] ?? null
}

// `grouping` is 1 for a column that a set does not group by.
const isWhole = (r: Row): boolean => r.all_devices === 1 && r.all_channels === 1
const isByDevice = (r: Row): boolean => r.all_devices === 0
const isByChannel = (r: Row): boolean => r.all_channels === 0

function sourcesOf(rows: readonly Row[]): LiveSource[] {
  const views = rows.filter((r) => r.type === 'view' && isByChannel(r) && r.channel !== '')
  const all = views.reduce((sum, r) => sum + r.events, 0)
  return views
    .map((r) => ({ channel: r.channel, pv: r.events, share: r.events / all }))
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
  const fromMs = Math.max(clock.start.getTime(), clock.at.getTime() - WINDOW_MINUTES * 60_000)
  const rows = await context.facts.query<Row>(FUNNEL, {
    store: store.id,
    from: clock.day,
    to: clock.day,
    fromMs,
    toMs: clock.at.getTime(),
    steps: [...STEPS],
    ...channelParams(channels),
  })
  const funnel = { minutes: WINDOW_MINUTES, steps: stepsOf(rows.filter(isWhole)), loss: lossOf(rows) }
  return { funnel, sources: sourcesOf(rows) }
}
