import type { PlanComparison, VersionName } from '@zhanggui/contract'
import { comparePlans, type Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { type PlanKey, planOf, readPartRows, readPlanRow } from './plan-rows.ts'
import { planOfVersion, readVersionRow } from './plan-versions.ts'

async function planNamed(context: Context, key: PlanKey, name: VersionName): Promise<Plan> {
  const { db } = context.records
  const row = await readPlanRow(db, key)
  return name === 'draft'
    ? planOf(row, await readPartRows(db, key))
    : planOfVersion(await readVersionRow(db, key, name))
}

/** What is different in `to`, object by object. Errors: throws `not_found`. */
export async function compareVersions(
  context: Context,
  key: PlanKey,
  { from, to }: { from: VersionName; to: VersionName },
): Promise<PlanComparison> {
  const [before, after] = [await planNamed(context, key, from), await planNamed(context, key, to)]
  const changes = comparePlans(before, after).map((change) => ({ ...change, fields: [...change.fields] }))
  return { from: String(from), to: String(to), changes }
}
