import type { AssumptionState, Store } from '@zhanggui/contract'
import { businessDayOf, parseDay } from '@zhanggui/kernel'
import type { AssumptionFact } from '@zhanggui/plan'
import type { Context } from '../../context.ts'
import { readAllRows } from '../admin/resources/read-all-rows.ts'
import { contradictionOf } from './contradiction.ts'
import { MARKET_ASSUMPTIONS } from './market-assumptions.ts'

/** The registered market assumptions as the plan check wants them (P1.08); withdrawn ones are not there. */
export async function readAssumptions(context: Context, store: Store): Promise<AssumptionFact[]> {
  const rows = await readAllRows(context, MARKET_ASSUMPTIONS, store.id)
  const facts: AssumptionFact[] = []
  for (const { id, state, data } of rows) {
    if (state === 'withdrawn') continue
    facts.push({
      id,
      title: String(data.title),
      source: typeof data.source === 'string' ? data.source : null,
      expiresDay: typeof data.expiresDay === 'string' ? parseDay(data.expiresDay) : null,
      contradiction: await contradictionOf(context, store, data),
    })
  }
  return facts
}

/** Which plan rests on which assumptions. */
export type Dependants = readonly { plan: string; name: string; assumptions: readonly string[] }[]

/** Each assumption with what is wrong with it today and the plans that depend on it. */
export async function assumptionStates(
  context: Context,
  store: Store,
  dependants: Dependants,
): Promise<AssumptionState[]> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  return (await readAssumptions(context, store)).map(({ id, title, expiresDay, contradiction }) => ({
    id,
    title,
    stale: expiresDay !== null && expiresDay <= today,
    expiresDay,
    contradiction,
    plans: dependants
      .filter(({ assumptions }) => assumptions.includes(id))
      .map(({ plan, name }) => ({ id: plan, name })),
  }))
}
