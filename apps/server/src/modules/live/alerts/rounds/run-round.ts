import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { listStores } from '../../../admin/stores.ts'
import { labelsFor } from '../../../insight/value-labels.ts'
import type { TickJob } from '../../tick-job.ts'
import { tellIncidents } from '../notices/tell-incidents.ts'
import { clearIncidents } from './clear-incidents.ts'
import { dueRules } from './due-rules.ts'
import { type JudgedRule, judgeRule } from './judge-rule.ts'
import { lockShop } from './lock-shop.ts'
import { freshFirings, openIncidents } from './open-incidents.ts'
import { endFirings, saveStates, stillUnjudged } from './save-states.ts'

type Fresh = ReturnType<typeof freshFirings>

/** What items are called, for the titles of incidents. */
async function itemLabels(context: Context, store: Store, fresh: Fresh): Promise<Map<string, string>> {
  const rows = fresh.flatMap(({ firing }) => (firing.tags.item === undefined ? [] : [{ item: firing.tags.item }]))
  if (rows.length === 0) return new Map()
  const labels = await labelsFor(context, store.id, { by: ['item'], rows, occasions: TMALL_OCCASIONS })
  return new Map(Object.entries(labels?.item ?? {}).map(([item, title]) => [`item=${item}`, title]))
}

/**
 * Writes a round's outcome in one transaction: states, what ended, what began and under which incident. A round that dies
 * before the commit leaves nothing; the next one judges the same minute or a later one again, from the same memory.
 */
async function settle(context: Context, store: Store, found: readonly JudgedRule[], now: Date): Promise<void> {
  const labels = await itemLabels(context, store, freshFirings(found))
  await context.records.transaction(async (tx) => {
    await lockShop(tx, store.id)
    const judged = await stillUnjudged(tx, store.id, found)
    const fresh = freshFirings(judged)
    await saveStates(tx, judged, now)
    await endFirings(tx, store.id, judged, now)
    await openIncidents(tx, fresh, { store: store.id, now, rules: judged, labels })
    await clearIncidents(tx, store.id, now)
  })
}

/** Judges the rules of a shop that are due and tells who has to know. */
export async function runRound(context: Context, store: Store, now: Date): Promise<void> {
  const judged: JudgedRule[] = []
  for (const rule of await dueRules(context, store.id, now)) judged.push(await judgeRule(context, store, rule, now))
  await settle(context, store, judged, now)
  await tellIncidents(context, store, now)
}

/** Every shop in turn, looked at four times a minute: a minute's rule is at most a quarter of a minute late. */
export const ALERT_ROUNDS: TickJob = {
  id: 'alerts',
  everySeconds: 15,
  async run(context, { now, signal }) {
    for (const store of await listStores(context)) {
      if (signal.aborted) return
      await runRound(context, store, now)
    }
  },
}
