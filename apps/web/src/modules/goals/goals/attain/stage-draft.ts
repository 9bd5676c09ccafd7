import type { MetricInfo, Stage } from '@zhanggui/contract'
import { addDays } from '../../../../range/day-arithmetic.ts'
import { figureFromText, figureToText } from '../figure-text.ts'

/** `key` tells the rows of a form apart while they come and go. */
export type CriterionDraft = {
  key: number
  metric: string | null
  op: 'atLeast' | 'atMost'
  text: string
  scope: Stage['criteria'][number]['scope']
}

/** A stage as it is typed: the last day counts, figures are text. */
export type StageDraft = { name: string; fromDay: string | null; lastDay: string | null; criteria: CriterionDraft[] }

type UnitOf = (metric: string) => MetricInfo['unit'] | null

export const newCriterion = (others: readonly CriterionDraft[]): CriterionDraft => ({
  key: Math.max(0, ...others.map(({ key }) => key)) + 1,
  metric: null,
  op: 'atLeast',
  text: '',
  scope: {},
})

export const newStage = (year: number): StageDraft => ({
  name: '',
  fromDay: `${year}-01-01`,
  lastDay: `${year}-12-31`,
  criteria: [newCriterion([])],
})

export const draftOf = (stage: Stage, unitOf: UnitOf, currency: string): StageDraft => ({
  name: stage.name,
  fromDay: stage.fromDay,
  lastDay: addDays(stage.toDay, -1),
  criteria: stage.criteria.map(({ metric, op, value, scope }, i) => ({
    key: i + 1,
    metric,
    op,
    text: figureToText(value, unitOf(metric), currency),
    scope,
  })),
})

export type StageFault = 'name' | 'days' | 'criteria' | 'figure'

type Read = { ok: true; stage: Omit<Stage, 'id'> } | { ok: false; fault: StageFault }

/** The stage that was typed, or the first thing that keeps it from being one. */
export function readStage(draft: StageDraft, unitOf: UnitOf, currency: string): Read {
  const { name, fromDay, lastDay } = draft
  if (name.trim() === '') return { ok: false, fault: 'name' }
  if (!fromDay || !lastDay || lastDay < fromDay) return { ok: false, fault: 'days' }
  if (draft.criteria.length === 0) return { ok: false, fault: 'criteria' }
  const criteria: Stage['criteria'] = []
  for (const { metric, op, text, scope } of draft.criteria) {
    if (metric === null) return { ok: false, fault: 'criteria' }
    const value = figureFromText(text, unitOf(metric), currency)
    if (typeof value !== 'number') return { ok: false, fault: 'figure' }
    criteria.push({ metric, op, value, scope })
  }
  return { ok: true, stage: { name: name.trim(), fromDay, toDay: addDays(lastDay, 1), criteria } }
}

/** The stages in the order of their days, with this one in place of its former self. */
export const withStage = (stages: readonly Stage[], stage: Stage): Stage[] =>
  [...stages.filter(({ id }) => id !== stage.id), stage].sort((a, b) =>
    a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : a.id < b.id ? -1 : 1,
  )

/** An id that no stage has yet. */
export function freeStageId(stages: readonly Stage[]): string {
  const taken = new Set(stages.map(({ id }) => id))
  for (let n = stages.length + 1; ; n++) if (!taken.has(`stage-${n}`)) return `stage-${n}`
}
