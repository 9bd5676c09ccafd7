import { entriesOf, type RunLine, runSheetView } from '@zhanggui/campaigns'
import type { RunSheet, RunSheetLine } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { entryOf } from '../entries/entry-of.ts'
import { type CampaignKey, readCampaignRow, readEntryRows } from '../records/campaign-rows.ts'
import type { EntryRow } from '../schema.ts'

const lineOf = (versions: ReadonlyMap<string, number>, { id, body, state, lateMinutes }: RunLine): RunSheetLine => ({
  id,
  version: versions.get(id) ?? 1,
  state,
  lateMinutes,
  body: { ...body, dependsOn: [...body.dependsOn] },
})

/** The run sheet of a campaign at this moment: what is on, what comes next, what is late. Errors: throws `not_found`. */
export async function readRunSheet(context: Context, key: CampaignKey): Promise<RunSheet> {
  const { db } = context.records
  const row = await readCampaignRow(db, key)
  const rows: EntryRow[] = await readEntryRows(db, { ...key, kinds: ['run'] })
  const now = context.clock.now().toISOString()
  const view = runSheetView(entriesOf(rows.map(entryOf), 'run'), now)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const line = (one: RunLine): RunSheetLine => lineOf(versions, one)
  return {
    campaign: row.id,
    name: row.body.name,
    at: now,
    lines: view.lines.map(line),
    now: view.now.map(line),
    next: view.next && line(view.next),
    late: view.late.length,
    failed: view.failed.length,
  }
}
