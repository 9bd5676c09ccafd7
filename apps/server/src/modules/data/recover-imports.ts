import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { updateImport } from './import-jobs.ts'
import { republishImport } from './run-import.ts'
import { imports } from './schema.ts'
import { ImportFailure } from './spool/import-failure.ts'

/**
 * Puts the imports of a process that died in order: those that were publishing are published to the end (nothing doubles),
 * those that were still reading can be resumed by a person.
 */
export async function recoverImports(context: Context): Promise<void> {
  const { db } = context.records
  const { code, message: messageEn, messageZh: message } = new ImportFailure('interrupted')
  await db
    .update(imports)
    .set({ state: 'interrupted', error: { code, message, messageEn }, finishedAt: context.clock.now() })
    .where(inArray(imports.state, ['queued', 'reading', 'checking']))
  for (const row of await db.select().from(imports).where(eq(imports.state, 'publishing')))
    await republishImport(context, row).catch(async (cause: unknown) => {
      // One import that cannot be finished must not keep the shop closed.
      context.log.error({ importId: row.id, code: cause instanceof Error ? cause.name : 'unknown' }, 'republish failed')
      const failure = new ImportFailure('internal', {}, { cause })
      const error = { code: failure.code, message: failure.messageZh, messageEn: failure.message }
      await updateImport(context, row.id, { state: 'failed', error, finishedAt: context.clock.now() })
    })
}
