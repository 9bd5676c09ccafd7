import { and, eq, isNotNull, lte } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { ChangeConflict, writeChanges } from '../bindings/index.ts'
import { isPaused } from '../records/pause.ts'
import { playbookRuns, type RunRow, type RunState } from '../schema.ts'
import { asksOutside } from './settle-outside.ts'

export const ownRun = (store: string, id: number) => and(eq(playbookRuns.store, store), eq(playbookRuns.id, id))

/** The run, locked until the transaction ends. Errors: throws `not_found`. */
export async function lockRun(tx: RecordTx, store: string, id: number): Promise<RunRow> {
  const [run] = await tx.select().from(playbookRuns).where(ownRun(store, id)).for('update')
  if (!run) throw new ApiFailure('not_found', { what: `playbook-runs/${id}` })
  return run
}

function requireWaiting(run: RunRow, now: Date): void {
  if (run.state !== 'waiting' || (run.expiresAt && run.expiresAt <= now))
    throw new ApiFailure('playbook_run_over', { state: run.state === 'waiting' ? 'expired' : run.state })
}

const OVERTAKEN = {
  zh: '等待确认期间情况已变化，什么都没有改。请重新预览后执行。',
  en: 'Things changed while it waited; nothing was written. Preview and run it again.',
}

/**
 * Says yes to a run that waits. Enough people, each once: it acts, if everything is still as it was when it was planned;
 * otherwise it fails and nothing is written. Errors: throws `not_found`, `playbook_run_over`, `playbook_agreed`,
 * `playbooks_paused`.
 */
export async function agreeToRun(context: Context, { store, actor }: ResourceCaller, id: number): Promise<void> {
  const at = context.clock.now()
  try {
    await auditedTransaction(context, async (tx, record) => {
      const run = await lockRun(tx, store, id)
      requireWaiting(run, at)
      if (await isPaused(tx, store)) throw new ApiFailure('playbooks_paused')
      if (run.agreedBy.includes(actor)) throw new ApiFailure('playbook_agreed')
      const agreedBy = [...run.agreedBy, actor]
      const acts = agreedBy.length >= run.people
      if (acts) await writeChanges(tx, run.changes, { store, actor, reason: `playbook-runs/${id}`, at })
      const decided = acts
        ? {
            state: 'applied' as const,
            decidedAt: at,
            decidedBy: actor,
            told: run.tells.length === 0 && !asksOutside(run.changes),
          }
        : {}
      await tx
        .update(playbookRuns)
        .set({ agreedBy, ...decided })
        .where(ownRun(store, id))
      const after = { agreedBy, changes: acts ? run.changes : [] }
      await record({ store, actor, action: acts ? 'apply' : 'agree', subject: `playbook-runs/${id}`, after })
    })
  } catch (cause) {
    if (!(cause instanceof ChangeConflict)) throw cause
    await close(context, { store, actor }, id, { state: 'failed', reason: OVERTAKEN })
    throw new ApiFailure('playbook_overtaken')
  }
}

type Closing = { state: Extract<RunState, 'refused' | 'failed' | 'expired'>; reason: { zh: string; en: string } }

function close(
  context: Context,
  { store, actor }: { store: string; actor: string },
  id: number,
  { state, reason }: Closing,
): Promise<void> {
  const at = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const run = await lockRun(tx, store, id)
    if (run.state !== 'waiting') return
    await tx.update(playbookRuns).set({ state, reason, decidedAt: at, decidedBy: actor }).where(ownRun(store, id))
    await record({ store, actor, action: state, subject: `playbook-runs/${id}`, reason: reason.zh })
  })
}

/** Says no. Errors: throws `not_found`, `playbook_run_over`. */
export async function refuseRun(context: Context, caller: ResourceCaller, id: number, words: string): Promise<void> {
  const run = await context.records.transaction((tx) => lockRun(tx, caller.store, id))
  requireWaiting(run, context.clock.now())
  const reason = words === '' ? { zh: '没有同意', en: 'not agreed to' } : { zh: words, en: words }
  await close(context, caller, id, { state: 'refused', reason })
}

const UNANSWERED = { zh: '限时内没有人确认', en: 'nobody answered in time' }

/** Questions that nobody answered in time are taken as no. */
export async function expireRuns(context: Context, store: string, now: Date): Promise<void> {
  const over = and(
    eq(playbookRuns.store, store),
    eq(playbookRuns.state, 'waiting'),
    isNotNull(playbookRuns.expiresAt),
    lte(playbookRuns.expiresAt, now),
  )
  const rows = await context.records.db.select({ id: playbookRuns.id }).from(playbookRuns).where(over)
  for (const { id } of rows)
    await close(context, { store, actor: 'system' }, id, { state: 'expired', reason: UNANSWERED })
}
