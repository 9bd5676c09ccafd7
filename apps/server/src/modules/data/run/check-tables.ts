import { checkGroup, type GroupCounts, type PublishSlices } from '../check-group.ts'
import type { SpoolReport } from '../spool/spool-table.ts'
import type { StageGroup } from '../stage-group.ts'
import { addCounts } from './add-counts.ts'
import { keepRejects } from './keep-rejects.ts'
import { PROGRESS, type Run, report, scopeOf } from './run.ts'
import { warningsOf } from './warnings-of.ts'

/** Checks what was staged, and writes down what was found. Shape: each group with what is to be published of it. */
export async function checkTables(run: Run, reports: ReadonlyMap<number, SpoolReport>) {
  await report(run, { state: 'checking', progress: PROGRESS.read })
  const checked: { group: StageGroup; counts: GroupCounts; publish: PublishSlices }[] = []
  for (const group of run.groups) {
    run.hooks.signal?.throwIfAborted()
    checked.push({ group, ...(await checkGroup(run.context, scopeOf(run, group))) })
  }
  const faults = [...reports.values()].reduce((n, r) => n + r.faultCount, 0)
  const totals = addCounts(
    checked.map((c) => c.counts),
    faults,
  )
  const rejects = totals.rejected > 0 ? await keepRejects(run, reports) : null
  for (const table of run.tables)
    await run.context.records.query('UPDATE import_files SET rows = $1 WHERE import_id = $2 AND position = $3', [
      (reports.get(table.index)?.records ?? 0) + (reports.get(table.index)?.faultCount ?? 0),
      run.id,
      table.index,
    ])
  const found = {
    ...totals,
    quarantine: rejects?.path ?? null,
    rejects: rejects?.shown ?? [],
    warnings: warningsOf(run, reports),
  }
  await report(run, { ...found, progress: PROGRESS.checked })
  return { checked, totals }
}
