import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type PromotionKey, readPromotions } from '../records/promotion-rows.ts'
import { rulesOfBody } from '../records/rules-of-body.ts'
import { findingsFailure } from './findings-failure.ts'
import { type Neighbour, problemsBeside } from './problems-beside.ts'

/**
 * Holds a version against what is in force at the very moment when it goes into force: something else may have been approved
 * since it was checked. Errors: throws `promotion_findings`.
 */
export async function requireFit(tx: RecordTx, { store, promotion }: PromotionKey, version: number): Promise<void> {
  const living = await readPromotions(tx, store)
  const own = living.find(({ row }) => row.id === promotion)
  if (!own || own.newest.number !== version) throw new ApiFailure('not_found', { what: `promotions/${promotion}` })
  const others = living.flatMap(({ row, approved }): Neighbour[] =>
    approved && row.id !== promotion ? [{ id: row.id, ...approved.body, rules: rulesOfBody(approved.body) }] : [],
  )
  const { body } = own.newest
  const found = problemsBeside({ id: promotion, ...body, rules: rulesOfBody(body) }, others)
  if (found.length > 0) throw findingsFailure('promotion_findings', found)
}
