import { balanceSql, countBothSql, deriveSql, fillItemsSql, planDerived, publishSql } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import { bumpGoodsRevision } from '../promotions/records/price-revision.ts'
import { checkGroup, type GroupScope, type PublishSlices } from './check-group.ts'
import { publishBeside } from './publish-beside.ts'
import { createStage, stageNames } from './stage-group.ts'

/** Measured on 5 million events: larger blocks pass 400 MB above the idle server. */
const PUBLISH_SETTINGS = {
  max_threads: 2,
  max_insert_threads: 2,
  max_block_size: 65_409,
  max_insert_block_size: 131_072,
  min_insert_block_size_rows: 393_216,
  min_insert_block_size_bytes: 32 * 1024 * 1024,
  // Rows of one key were settled before; looking for them again in every block would double the time.
  optimize_on_insert: 0,
} as const

const write = (context: Context, sql: string, publish: PublishSlices): Promise<void> =>
  context.facts.command(sql, publish.params, PUBLISH_SETTINGS)

/** Rows of further tables that follow from this group's rows. */
async function publishDerived(context: Context, scope: GroupScope, publish: PublishSlices): Promise<void> {
  for (const [index, rows] of scope.plan.also.entries()) {
    const plan = planDerived(scope.plan, rows)
    const names = stageNames(context.facts.database, scope.importId, 1000 + index, plan.target.table)
    await context.facts.command(`DROP TABLE IF EXISTS ${names.stage} SYNC`)
    await createStage(context, plan, names)
    for (const input of publish.inputs)
      await write(context, deriveSql(input, { plan, rows, stage: names.stage }), publish)
    const derived = { ...scope, plan, names }
    const { publish: slices } = await checkGroup(context, derived)
    await publishGroup(context, derived, slices)
  }
}

/** Orders that came whole and by item are made to add up to the order list's total. */
async function balanceOrders(context: Context, { names, plan }: GroupScope, { params }: PublishSlices): Promise<void> {
  if (plan.identity !== 'natural') return
  const [row] = await context.facts.query<{ orders: number }>(countBothSql(names), params)
  if (!row?.orders) return
  await context.facts.command(fillItemsSql(names), params)
  await context.facts.command(balanceSql(names), params)
}

/**
 * Writes what is not there yet, slice by slice. Each statement leaves out rows that are stored already, so after a crash the
 * whole is simply run again.
 */
export function publishGroup(context: Context, scope: GroupScope, publish: PublishSlices): Promise<void> {
  return context.facts.withoutMerges(() => publishRows(context, scope, publish))
}

async function publishRows(context: Context, scope: GroupScope, publish: PublishSlices): Promise<void> {
  await publishBeside(context, scope, publish, async (into) => {
    for (const input of publish.inputs) await write(context, publishSql(input, into), publish)
  })
  if (scope.plan.target.id === 'orders' && scope.plan.fields.length > 0) await balanceOrders(context, scope, publish)
  // Whoever prices carts keeps goods in memory.
  if (scope.plan.target.table === 'items') await bumpGoodsRevision(context.records.db, scope.store)
  await publishDerived(context, scope, publish)
}
