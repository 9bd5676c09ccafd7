import { type LabelledRisk, LabelRiskOrders } from '@zhanggui/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { riskOrders } from '../schema.ts'

/**
 * Says of judged orders what they turned out to be: from a bank's chargebacks, or by the people who looked at them. The newest word
 * counts; each change is in the trail. Errors: throws `invalid_request`; orders that were never judged are named in the answer.
 */
export async function labelOrders(
  context: Context,
  { store, actor }: ResourceCaller,
  input: LabelRiskOrders,
): Promise<LabelledRisk> {
  const { labels } = parseInput(LabelRiskOrders, input)
  const wanted = new Map(labels.map((one) => [one.orderId, one]))
  const labelledAt = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const known = await tx
      .select()
      .from(riskOrders)
      .where(and(eq(riskOrders.store, store), inArray(riskOrders.orderId, [...wanted.keys()])))
      .for('update')
    const changed = known.flatMap((row) => {
      const asked = wanted.get(row.orderId)
      return asked && (asked.label !== row.label || asked.source !== row.source) ? [{ row, asked }] : []
    })
    for (const { row, asked } of changed)
      await tx
        .update(riskOrders)
        .set({
          label: asked.label,
          source: asked.source,
          labelledBy: actor,
          labelledAt,
          isOutcomeNoted: row.label === asked.label,
        })
        .where(and(eq(riskOrders.store, store), eq(riskOrders.orderId, row.orderId)))
    if (changed.length > 0)
      await record(
        ...changed.map(({ row, asked: { label, source } }) => ({
          store,
          actor,
          action: 'label',
          subject: `risk-orders/${row.orderId}`,
          before: { label: row.label, source: row.source },
          after: { label, source },
        })),
      )
    const ids = new Set(known.map(({ orderId }) => orderId))
    return { labelled: changed.length, unknown: [...wanted.keys()].filter((id) => !ids.has(id)) }
  })
}
