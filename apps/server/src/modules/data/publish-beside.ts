import { type Beside, completeBesideSql, createBesideSql, handOverSql, silentColumnsSql } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import type { GroupScope, PublishSlices } from './check-group.ts'

/** Where rows are written: the fact table itself, or a table beside it that lacks some columns. */
export type PublishInto = { table: string; leftOut: ReadonlySet<string> }

/** A row that replaces another takes over what its own report leaves out, so nothing may be left unwritten then. */
async function silentColumns(
  { facts }: Context,
  { plan }: GroupScope,
  { inputs, params }: PublishSlices,
): Promise<ReadonlySet<string>> {
  if (plan.identity === 'natural' && inputs.some((input) => input.hasStored)) return new Set()
  const [row] = await facts.query<{ silent: string[] }>(silentColumnsSql(plan), params)
  return new Set(row?.silent)
}

async function partitionKey({ facts }: Context, table: string): Promise<string | null> {
  const [row] = await facts.query<{ key: string }>(
    "SELECT partition_key AS key FROM system.tables WHERE concat(database, '.', name) = {table:String}",
    { table },
  )
  return row?.key || null
}

async function handOver(context: Context, { plan, names }: GroupScope, beside: Beside): Promise<void> {
  const { facts } = context
  const complete = completeBesideSql(plan, beside)
  if (complete) await facts.command(complete)
  const partitions = await facts.query<{ id: string }>(
    'SELECT DISTINCT partition_id AS id FROM system.parts WHERE active AND database = {database:String} AND table = {name:String} ORDER BY id',
    { database: beside.database, name: beside.name },
  )
  for (const { id } of partitions) await facts.command(handOverSql(names.facts, beside, id))
}

/**
 * Has rows written beside the fact table and then hands them over partition by partition, each whole or not at all. Columns
 * that the import says nothing of are not written, which a fact table with many columns gains most from.
 * On a cluster the rows of a partition belong to many servers, so there they are written into the fact table at once.
 */
export async function publishBeside(
  context: Context,
  scope: GroupScope,
  publish: PublishSlices,
  write: (into: PublishInto) => Promise<void>,
): Promise<void> {
  const { facts } = context
  if (facts.cluster) return write({ table: scope.names.facts, leftOut: new Set() })
  const name = scope.names.stage.replace(`${facts.database}.`, '').concat('_beside')
  const beside: Beside = {
    database: facts.database,
    name,
    leftOut: await silentColumns(context, scope, publish),
    partitionBy: await partitionKey(context, scope.names.facts),
  }
  const table = `${beside.database}.${beside.name}`
  // A crash may have left rows behind; what of them was handed over is found as stored.
  await facts.command(`DROP TABLE IF EXISTS ${table} SYNC`)
  for (const statement of createBesideSql(scope.plan, beside)) await facts.command(statement)
  await write({ table, leftOut: beside.leftOut })
  // What stands beside goes with the stages.
  await handOver(context, scope, beside)
}
