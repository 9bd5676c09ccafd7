import { type BudgetCaller, readReserves } from '../../../budget/index.ts'
import type { Measure } from './measure.ts'

/** What a reserve of a plan was planned with. `plan` and `line` tie a lever to it. */
export const measureReserve: Measure = async (context, { store, subjects }) => {
  const held = new Map<string, number>()
  for (const plan of new Set([...subjects.values()].flatMap((fields) => (fields.plan ? [String(fields.plan)] : [])))) {
    const caller: BudgetCaller = { store: store.id, actor: 'system', role: 'owner', shop: store, plan }
    for (const reserve of await readReserves(context, caller))
      held.set(`${plan}\n${reserve.lineId}`, reserve.plannedCents)
  }
  return (_id, fields) => {
    const reserveCents = held.get(`${fields.plan}\n${fields.line}`)
    return reserveCents === undefined ? fields : { ...fields, reserveCents }
  }
}
