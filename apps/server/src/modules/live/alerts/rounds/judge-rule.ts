import type { Store } from '@zhanggui/contract'
import { type Evaluation, evaluate } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { alertStates, type RuleRow, type StateRow, type Tags, type Words } from '../schema.ts'
import { readSeries } from '../series/read-series.ts'
import { findWatched } from '../series/watched-metric.ts'

/** A rule judged for one slice, beside where it stood before. */
export type JudgedSlice = { slice: string; tags: Tags; evaluation: Evaluation; before: StateRow | undefined }
export type JudgedRule = {
  rule: RuleRow
  slices: JudgedSlice[]
  /** Slices that were there the last time and are not any more: an item that is gone fires no longer. */
  gone: StateRow[]
  problem: Words | null
}

/** A slice as one text, whatever the order of its dimensions. */
export const sliceKeyOf = (tags: Tags): string =>
  Object.entries(tags)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .sort()
    .join('&')

const readStates = async (context: Context, { store, id }: RuleRow): Promise<Map<string, StateRow>> => {
  const rows = await context.records.db
    .select()
    .from(alertStates)
    .where(and(eq(alertStates.store, store), eq(alertStates.rule, id)))
  return new Map(rows.map((row) => [row.slice, row]))
}

const UNKNOWN: Words = { zh: '指标已不存在，请修改规则。', en: 'The metric does not exist any more; change the rule.' }

/** What a failure says to the owner of a rule; a fault of ours is logged and told without its details. */
function wordsOf(context: Context, rule: RuleRow, cause: unknown): Words {
  if (cause instanceof Error && 'messageEn' in cause && typeof cause.messageEn === 'string')
    return { zh: cause.message, en: cause.messageEn }
  context.log.error({ rule: rule.id, cause }, 'alerts: a rule could not be judged')
  return {
    zh: '暂时无法判断，已记录日志，将自动重试。',
    en: 'It cannot be judged just now; it is logged and tried again.',
  }
}

/** Judges one rule at `now`. A rule that cannot be judged says why and changes nothing; the others go on. */
export async function judgeRule(context: Context, store: Store, rule: RuleRow, now: Date): Promise<JudgedRule> {
  const { condition, per } = rule.body
  const watched = findWatched(condition.metric)
  if (!watched) return { rule, slices: [], gone: [], problem: UNKNOWN }
  try {
    const states = await readStates(context, rule)
    const read = await readSeries(context, store, { watched, condition, per, now })
    const slices = read.map(({ tags, series }) => {
      const slice = sliceKeyOf(tags)
      const before = states.get(slice)
      return { slice, tags, before, evaluation: evaluate(condition, series, before?.memory) }
    })
    const known = new Set(slices.map(({ slice }) => slice))
    return { rule, slices, gone: [...states.values()].filter(({ slice }) => !known.has(slice)), problem: null }
  } catch (cause) {
    return { rule, slices: [], gone: [], problem: wordsOf(context, rule, cause) }
  }
}
