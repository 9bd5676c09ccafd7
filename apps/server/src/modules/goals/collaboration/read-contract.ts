import { addDays, parseDay } from '@zhanggui/kernel'
import type { ContractFact, DossierFact } from '@zhanggui/plan'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import { members } from '../../admin/schema.ts'
import { CONTRACT_YEARS_MIN, CONTRACTS } from './contracts.ts'
import { dossierMissing, MERCHANT_DOSSIER } from './merchant-dossier.ts'

/** Somebody of the merchant's or the brand's side works in the shop: it is run for them. */
async function hasMerchant(context: Context, store: string): Promise<boolean> {
  const rows = await context.records.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.store, store), inArray(members.role, ['merchant', 'brand'])))
    .limit(1)
  return rows.length > 0
}

function factOf({ data }: StoredRow): ContractFact {
  const yearsMin = typeof data.yearsMin === 'number' ? data.yearsMin : CONTRACT_YEARS_MIN
  return {
    fromDay: parseDay(String(data.fromDay)),
    toDay: addDays(parseDay(String(data.lastDay)), 1),
    yearsMin,
  }
}

export type MerchantFacts = {
  /** `'none'`: it is run for a merchant and nothing is signed. `null`: the shop is run by its owner. */
  contract: ContractFact | 'none' | null
  /** `null`: the shop is run by its owner. */
  dossier: DossierFact | null
}

/**
 * What is known of the merchant whom the shop is run for (P16.02, P16.04). A shop is run for a merchant as soon as it has a
 * contract, a dossier, or a member on the merchant's or brand's side; of several contracts the one that ends last counts.
 */
export async function readMerchantFacts(context: Context, store: string): Promise<MerchantFacts> {
  const contracts = (await readAllRows(context, CONTRACTS, store)).filter(({ state }) => state !== 'ended')
  const dossiers = await readAllRows(context, MERCHANT_DOSSIER, store)
  if (contracts.length + dossiers.length === 0 && !(await hasMerchant(context, store)))
    return { contract: null, dossier: null }
  const [contract = 'none' as const] = contracts.map(factOf).toSorted((a, b) => (a.toDay > b.toDay ? -1 : 1))
  const missing = dossiers.length === 0 ? [{}] : dossiers.map(({ data }) => data)
  return { contract, dossier: { missing: [...new Set(missing.flatMap(dossierMissing))] } }
}
