import { createHmac, randomBytes } from 'node:crypto'
import { CODE_BYTES, makeCode, readCode } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { readBatchRow } from './batch-rows.ts'
import { couponCodes } from './schema.ts'

/** Under what a code is kept: useless without the installation's secret, and another in each shop. */
export const codeHash = (context: Context, store: string, code: string): string =>
  createHmac('sha256', context.secrets.keyOf(`coupon-codes/${store}`))
    .update(code)
    .digest('hex')

const ROWS = 1000

/**
 * Makes codes for a batch. They are told once; what is kept cannot be turned back into a code (P6.12). Errors: throws `not_found`.
 */
export async function makeCodes(
  context: Context,
  caller: ResourceCaller,
  batch: string,
  { count, usesEach }: { count: number; usesEach: number },
): Promise<string[]> {
  const { store, actor } = caller
  await readBatchRow(context.records.db, store, batch)
  const codes = Array.from({ length: count }, () => makeCode(randomBytes(CODE_BYTES)))
  const rows = codes.map((code) => {
    const hash = codeHash(context, store, readCode(code) ?? code)
    return { store, hash, batch, usesLeft: usesEach }
  })
  await auditedTransaction(context, async (tx, record) => {
    for (let i = 0; i < rows.length; i += ROWS) await tx.insert(couponCodes).values(rows.slice(i, i + ROWS))
    const after = { count, usesEach }
    await record({ store, actor, action: 'codes', subject: `coupon-batches/${batch}`, after })
  })
  return codes
}
