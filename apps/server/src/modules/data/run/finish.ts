import { audit } from '../../admin/audit.ts'
import { findImport } from '../import-jobs.ts'
import { dropStages } from '../stage-group.ts'
import { type Run, report } from './run.ts'

/** Clears the stages away, and leaves what was imported in the trail. */
export async function finish(run: Run): Promise<void> {
  await dropStages(run.context, run.id)
  await report(run, { state: 'done', progress: 1, finishedAt: run.context.clock.now() })
  const job = await findImport(run.context, run.store, run.id)
  if (!job) return
  const { rows, accepted, duplicates, rejected, files, dryRun } = job
  await audit(run.context, {
    store: run.store,
    actor: run.actor,
    action: dryRun ? 'import_check' : 'import',
    subject: `imports/${run.id}`,
    after: {
      rows,
      accepted,
      duplicates,
      rejected,
      files: files.map(({ name, sha256, format }) => ({ name, sha256, format })),
    },
    reason: job.source,
  })
}
