import { PLAN_LISTS, planLists } from '../parts/plan-parts.ts'
import type { Plan } from '../plan.ts'
import type { PlanFault } from './plan-fault.ts'

/** Ids are unique within their list. */
export const idFaults = (plan: Plan): PlanFault[] =>
  planLists.flatMap((list) => {
    const seen = new Set<string>()
    const repeated = new Set<string>()
    for (const { id } of plan[list]) {
      if (seen.has(id)) repeated.add(id)
      seen.add(id)
    }
    return [...repeated].map(
      (id): PlanFault => ({
        code: 'duplicate_id',
        at: { part: PLAN_LISTS[list], id, field: 'id' },
        detail: id,
        messageZh: `编号“${id}”用了不止一次，请给每一项不同的编号`,
        messageEn: `the id "${id}" is used more than once; give each object its own`,
      }),
    )
  })
