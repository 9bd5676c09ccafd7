import { ContingencyPlanBody } from '@zhanggui/contract'
import { PLAN_LIBRARY } from '@zhanggui/drills'
import { and, eq } from 'drizzle-orm'
import type { RecordKey } from '../../admin/versioned/versioned-kind.ts'
import { VersionedRecords } from '../../admin/versioned/versioned-records.ts'
import { contingencyPlans, contingencyPlanVersions, type PlanRow } from '../schema.ts'

export const ownPlan = ({ store, id }: RecordKey) => and(eq(contingencyPlans.store, store), eq(contingencyPlans.id, id))

export const shippedPlans = () => PLAN_LIBRARY.map(({ id, ...rest }) => ({ id, body: ContingencyPlanBody.parse(rest) }))

export const PLANS = new VersionedRecords<ContingencyPlanBody, object, PlanRow>({
  plural: 'contingency-plans',
  versions: contingencyPlanVersions,
  library: { plural: 'contingency-library', own: {}, entries: shippedPlans },
  lock: (tx, key) => tx.select().from(contingencyPlans).where(ownPlan(key)).for('update'),
  insert: (tx, row) =>
    tx.insert(contingencyPlans).values(row).onConflictDoNothing().returning({ id: contingencyPlans.id }),
  update: (tx, key, next) =>
    tx
      .update(contingencyPlans)
      .set({ ...next, memory: null, evaluatedAt: null })
      .where(ownPlan(key)),
  delete: (tx, key) => tx.delete(contingencyPlans).where(ownPlan(key)),
})
