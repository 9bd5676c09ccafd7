import type { RunPreview, Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { phaseNow } from '../../../live/alerts/series/current-phase.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { consider } from './start-run.ts'

/** What a playbook would do now and why, without doing it. Errors: throws `not_found`. */
export async function previewRun(
  context: Context,
  store: Store,
  id: string,
  tags: Record<string, string>,
): Promise<RunPreview> {
  const row = await findPlaybook(context, store.id, id)
  const now = context.clock.now()
  const asked = {
    store,
    playbook: id,
    cause: { key: 'preview', tags, value: null },
    phase: await phaseNow(context, store, now),
    now,
  }
  const { plan, decision } = await context.records.transaction((tx) => consider(tx, row, asked, false))
  const reason = decision.kind === 'hold' ? decision.reason : null
  return {
    decision: decision.kind,
    people: decision.kind === 'ask' ? decision.people : 0,
    reason: reason && { zh: reason.zh, en: reason.en },
    changes: [...plan.changes],
    tells: [...plan.tells],
    cannot: plan.actions.flatMap(({ cannot }) => (cannot ? [{ zh: cannot.zh, en: cannot.en }] : [])),
  }
}
