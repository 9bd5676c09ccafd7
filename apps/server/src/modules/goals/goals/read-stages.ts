import type { StageGates, Store } from '@zhanggui/contract'
import { type Criterion, stageGates } from '@zhanggui/goals'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { readMerchantFacts } from '../collaboration/read-contract.ts'
import { earlierDay } from './known-days.ts'
import { loadGoals } from './load-goals.ts'
import { dayAsked, judgedAsOf } from './read-attainment.ts'

const criterionKey = (stage: string, { metric, scope }: Criterion): string => JSON.stringify([stage, metric, scope])

/** A criterion's figure over the stage's days, as far as they are over; null before it begins. */
async function figureOf(
  context: Context,
  store: Store,
  {
    criterion,
    from,
    to,
    asker,
  }: { criterion: Criterion; from: BusinessDay; to: BusinessDay; asker?: Asker | undefined },
): Promise<number | null> {
  if (from >= to) return null
  const { metric, scope } = criterion
  const filters = Object.entries(scope).map(([dimension, value]) => ({ dimension, op: 'in' as const, values: [value] }))
  try {
    const { totals } = await runQuery(context, store, { metrics: [metric], from, to, filters }, asker)
    return typeof totals[metric] === 'number' ? totals[metric] : null
  } catch (error) {
    if (error instanceof InsightFailure) return null
    throw error
  }
}

/** The gates of a plan's roadmap: each criterion measured over its stage, dates held against the contract (P2.15). */
export async function readStages(
  context: Context,
  store: Store,
  planId: string,
  { asOf: asked, asker }: { asOf?: string | undefined; asker?: Asker | undefined },
): Promise<StageGates> {
  const { plan } = await loadGoals(context, store, planId)
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const { contract } = await readMerchantFacts(context, store.id)
  const figures = new Map<string, number | null>()
  for (const stage of plan.stages) {
    const to = earlierDay(parseDay(stage.toDay), asOf)
    for (const criterion of stage.criteria) {
      const figure = await figureOf(context, store, { criterion, from: parseDay(stage.fromDay), to, asker })
      figures.set(criterionKey(stage.id, criterion), figure)
    }
  }
  const read = (c: Criterion, stage: { id: string }): number | null => figures.get(criterionKey(stage.id, c)) ?? null
  const gates = stageGates(plan.stages, read, contract === 'none' ? null : contract)
  return gates.map((gate) => {
    const stage = plan.stages.find((s) => s.id === gate.stage)
    const criteria = gate.criteria.map((c) => ({ ...c, scope: { ...c.scope } }))
    return { ...gate, criteria, name: stage?.name ?? '', fromDay: stage?.fromDay ?? '', toDay: stage?.toDay ?? '' }
  })
}
