import { createStageSql, type ImportPlan, type PublishNames } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import type { PreparedTable } from './prepare-tables.ts'

/** Tables of one import that become the same rows in the same way: they share staging, so that overlaps between them show. */
export type StageGroup = {
  index: number
  plan: ImportPlan
  tables: PreparedTable[]
  names: PublishNames
}

const signatureOf = (plan: ImportPlan): string =>
  JSON.stringify([plan.target.id, plan.identity, plan.varying.map((c) => c.name), plan.constant, plan.also.length])

/** Names of the staging tables of one import; the number of the group keeps them apart. */
export function stageNames(database: string, importId: number, index: number, facts: string): PublishNames {
  const stage = `${database}.import_${importId}_${index}`
  return { stage, repeats: `${stage}_repeats`, facts: `${database}.${facts}` }
}

/** Groups in the order of their first table. */
export function groupTables(context: Context, importId: number, tables: readonly PreparedTable[]): StageGroup[] {
  const groups = new Map<string, StageGroup>()
  for (const table of tables) {
    const key = signatureOf(table.plan)
    const group = groups.get(key)
    if (group) group.tables.push(table)
    else {
      const names = stageNames(context.facts.database, importId, groups.size, table.plan.target.table)
      groups.set(key, { index: groups.size, plan: table.plan, tables: [table], names })
    }
  }
  return [...groups.values()]
}

export async function createStage(context: Context, plan: ImportPlan, names: PublishNames): Promise<void> {
  await context.facts.command(createStageSql(plan, names.stage))
}

/** Drops every table that an import worked with, whichever groups it had. */
export async function dropStages(context: Context, importId: number): Promise<void> {
  const { database } = context.facts
  const tables = await context.facts.query<{ name: string }>(
    'SELECT name FROM system.tables WHERE database = {database:String} AND startsWith(name, {prefix:String})',
    { database, prefix: `import_${importId}_` },
  )
  await Promise.all(tables.map(({ name }) => context.facts.command(`DROP TABLE IF EXISTS ${database}.${name} SYNC`)))
}
