import { publishGroup } from '../publish-group.ts'
import { takeTurn } from '../publish-lock.ts'
import type { SpoolReport } from '../spool/spool-table.ts'
import { checkTables } from './check-tables.ts'
import { type Run, report, scopeOf } from './run.ts'

/** Checking and publishing are one turn of the shop, so that nothing is stored in between. */
export async function checkAndPublish(run: Run, reports: ReadonlyMap<number, SpoolReport>): Promise<void> {
  await takeTurn(run.store, async () => {
    const { checked } = await checkTables(run, reports)
    run.hooks.signal?.throwIfAborted()
    if (run.dryRun) return
    run.isPublishing = true
    await report(run, { state: 'publishing' })
    // Rows that follow from this group's rows may be missing although the rows themselves are there: after a crash.
    for (const { group, counts, publish } of checked)
      if (counts.fresh + counts.updated > 0 || group.plan.also.length > 0 || group.plan.target.id === 'orders')
        await publishGroup(run.context, scopeOf(run, group), publish)
  })
}
