import { and, eq } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { programmeCases, programmeEffects } from './schema.ts'

/** Forgets a buyer in every programme of the shop: `gone` takes their place, so that limits and money stay what they were. */
export async function forgetProgrammeBuyer(
  tx: RecordTx,
  { store, hash, gone }: { store: string; hash: string; gone: string },
): Promise<void> {
  for (const table of [programmeCases, programmeEffects])
    await tx
      .update(table)
      .set({ buyer: gone })
      .where(and(eq(table.store, store), eq(table.buyer, hash)))
}
