import { join } from 'node:path'
import type { RejectedRow } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { writeQuarantine } from '../quarantine-file.ts'
import { readRejects } from '../read-rejects.ts'
import type { SpoolReport } from '../spool/spool-table.ts'
import type { Run } from './run.ts'

/** Refused rows that are kept with the job for the page; all of them are in the quarantine file. */
const REJECTS_SHOWN = 200

const importFolder = (context: Context, id: number): string => join(context.settings.home, 'imports', String(id))

/** All refused rows into the file, the first into the job. */
export async function keepRejects(
  run: Run,
  reports: ReadonlyMap<number, SpoolReport>,
): Promise<{ path: string; shown: RejectedRow[] }> {
  const path = join(importFolder(run.context, run.id), 'quarantine.csv')
  const shown: RejectedRow[] = []
  async function* tapped(): AsyncGenerator<RejectedRow> {
    for await (const row of readRejects(run.context, run.groups, reports)) {
      if (shown.length < REJECTS_SHOWN) shown.push(row)
      yield row
    }
  }
  await writeQuarantine(path, tapped())
  return { path, shown }
}
