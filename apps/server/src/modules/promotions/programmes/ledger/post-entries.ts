import type { Entry } from '@zhanggui/gameplay'
import type { BusinessDay } from '@zhanggui/kernel'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import type { ProgrammeKey } from '../records/programme-rows.ts'
import { programmeLines } from '../schema.ts'

/** Books entries inside the caller's transaction. An entry that is there already is a mistake, and ends the transaction. */
export async function postEntries(
  tx: RecordTx,
  key: ProgrammeKey,
  given: { entries: readonly Entry[]; caseId: string; day: BusinessDay; now: Date },
): Promise<void> {
  const { entries, caseId, day, now } = given
  const rows = entries.flatMap(({ key: entryKey, memo, lines }) =>
    lines.map(({ account, cents }, line) => ({
      ...key,
      key: entryKey,
      line,
      caseId,
      account,
      cents,
      memo,
      day,
      at: now,
    })),
  )
  if (rows.length > 0) await tx.insert(programmeLines).values(rows)
}
