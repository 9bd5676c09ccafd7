import type { Store } from '@zhanggui/contract'
import { type ConditionMemory, evaluate, isDaily, type MetricCondition, NEW_MEMORY } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { localTime } from '../../../live/alerts/notices/local-time.ts'
import { readSeries } from '../../../live/alerts/series/read-series.ts'
import { findWatched } from '../../../live/alerts/series/watched-metric.ts'
import type { Cause } from '../runs/start-run.ts'
import { type PlaybookRow, playbooks, type Words } from '../schema.ts'
import { isWatched, judgeWatched } from './watched-events.ts'

const MINUTE_MS = 60_000
const DAILY_MINUTES = 60
/** Shelves and rivals are looked at every half minute: a sold-out item stands on a page for no longer. */
const WATCHED_MINUTES = 0.5

const UNKNOWN: Words = {
  zh: '指标已不存在，请修改触发条件。',
  en: 'The metric does not exist any more; change the trigger.',
}
const LATER: Words = { zh: '暂时无法判断，将自动重试。', en: 'It cannot be judged just now; it is tried again.' }

type Judged = { memory: ConditionMemory | null; problem: Words | null; cause: Cause | null }

/** While a condition fires, its playbook is asked to act once every cooldown: the key names that stretch. */
function causeOf(
  row: PlaybookRow,
  since: number,
  minute: number,
  value: number | null,
  condition: MetricCondition,
): Cause {
  const turn = Math.floor((minute - since) / row.body.limits.cooldownMinutes)
  const tags = Object.fromEntries(
    Object.entries(condition.slice).map(([dimension, values]) => [dimension, values[0] ?? '']),
  )
  return { key: `condition/${row.version}/${since}/${turn}`, tags, value }
}

async function judgeCondition(
  context: Context,
  store: Store,
  row: PlaybookRow,
  condition: MetricCondition,
  now: Date,
): Promise<Judged> {
  const watched = findWatched(condition.metric)
  if (!watched) return { memory: row.memory, problem: UNKNOWN, cause: null }
  const [slice] = await readSeries(context, store, { watched, condition, now })
  if (!slice) return { memory: row.memory, problem: null, cause: null }
  const { state, value, memory } = evaluate(condition, slice.series, row.memory ?? NEW_MEMORY)
  const fires = state === 'firing' && memory.firingSince !== null
  const cause = fires ? causeOf(row, memory.firingSince ?? 0, slice.series.at, value, condition) : null
  return { memory, problem: null, cause }
}

/** The scheduled minute that came due since the last look, if any; the latest of several. */
function judgeSchedule(store: Store, row: PlaybookRow, atMinutes: readonly number[], now: Date): Cause | null {
  const last = row.evaluatedAt ?? row.updatedAt
  const nowMinute = Math.floor(now.getTime() / MINUTE_MS)
  const lastMinute = Math.floor(last.getTime() / MINUTE_MS)
  // A server that was down for long does not do yesterday's work today.
  for (let minute = nowMinute; minute > Math.max(lastMinute, nowMinute - 30); minute--) {
    const at = localTime(new Date(minute * MINUTE_MS), store.timezone).minuteOfDay
    if (atMinutes.includes(at)) return { key: `schedule/${minute}`, tags: {}, value: null }
  }
  return null
}

const everyMinutes = (trigger: PlaybookRow['body']['trigger']): number => {
  if (trigger.kind === 'event') return WATCHED_MINUTES
  return trigger.kind === 'condition' && isDaily(trigger.condition) ? DAILY_MINUTES : 1
}

const isDue = ({ body, evaluatedAt }: PlaybookRow, now: Date): boolean => {
  const { trigger } = body
  if (trigger.kind === 'event' && !isWatched(trigger.event)) return false
  const every = everyMinutes(trigger)
  return evaluatedAt === null || now.getTime() - evaluatedAt.getTime() >= every * MINUTE_MS || evaluatedAt > now
}

async function judge(context: Context, store: Store, row: PlaybookRow, now: Date): Promise<Judged> {
  const { trigger } = row.body
  const judged = (cause: Cause | null): Judged => ({ memory: null, problem: null, cause })
  switch (trigger.kind) {
    case 'condition':
      return judgeCondition(context, store, row, trigger.condition, now)
    case 'schedule':
      return judged(judgeSchedule(store, row, trigger.atMinutes, now))
    case 'event':
      return judged(await judgeWatched(context, store, row, now))
  }
}

/** What cannot be judged now is said on its page and tried again; it keeps no other playbook from its turn. */
async function judgeOrSay(context: Context, store: Store, row: PlaybookRow, now: Date): Promise<Judged> {
  try {
    return await judge(context, store, row, now)
  } catch (cause) {
    context.log.error({ playbook: row.id, cause }, 'playbooks: a trigger could not be judged')
    return { memory: row.memory, problem: LATER, cause: null }
  }
}

/**
 * Looks at one playbook's trigger if it is due, and keeps what the next look needs. Shape: the cause that sets it off now, or
 * null. The memory is written before the run is started; a crash between the two is made good by the next look, since what
 * fires still fires and its cause has the same key.
 */
export async function judgeTrigger(context: Context, store: Store, row: PlaybookRow, now: Date): Promise<Cause | null> {
  if (!row.enabled || !isDue(row, now)) return null
  const { memory, problem, cause } = await judgeOrSay(context, store, row, now)
  const same = and(eq(playbooks.store, store.id), eq(playbooks.id, row.id), eq(playbooks.version, row.version))
  await context.records.db.update(playbooks).set({ memory, problem, evaluatedAt: now }).where(same)
  return cause
}
