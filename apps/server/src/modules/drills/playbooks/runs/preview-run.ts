import type { RunPreview, Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { findPlaybook } from '../records/list-playbooks.ts'
import { ask, consider } from './start-run.ts'

/** What a playbook would do now and why, without doing it. Errors: throws `not_found`. */
export async function previewRun(
  context: Context,
  store: Store,
  id: string,
  tags: Record<string, string>,
): Promise<RunPreview> {
  const row = await findPlaybook(context, store.id, id)
  const asked = await ask(context, store, id, { key: 'preview', tags, value: null })
  const { plan, decision } = await context.records.transaction((tx) => consider(tx, row, asked, false))
  const reason = decision.kind === 'hold' ? decision.reason : null
  return {
    decision: decision.kind,
    people: decision.kind === 'ask' ? decision.people : 0,
    reason: reason && { zh: reason.zh, en: reason.en },
    changes: [...plan.changes],
    tells: [...plan.tells],
    cannot: [
      ...plan.actions.flatMap(({ cannot }) => (cannot ? [{ zh: cannot.zh, en: cannot.en }] : [])),
      ...asked.guarded.values(),
    ],
  }
}
