import { entriesOf, rectifyId, rectifyTasks } from '@zhanggui/campaigns'
import type { CampaignTask, Rectified, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { actOn } from '../entries/act-on-entry.ts'
import { entryOf } from '../entries/entry-of.ts'
import { putEntry } from '../entries/write-entry.ts'
import { readCampaignRow, readEntryRows } from '../records/campaign-rows.ts'
import { type Projected, projectEnrolments, thresholdName } from './read-desk.ts'

type Open = ReadonlyMap<string, { version: number; finished: boolean }>

/** Tasks of thresholds that hold by now: their work is done, and the figure shows it. */
const resolvedOf = ({ enrolment, projections }: Projected, open: Open): string[] =>
  projections
    .filter(({ passesThen }) => passesThen)
    .map(({ metric }) => rectifyId(enrolment.id, metric))
    .filter((id) => open.get(id)?.finished === false)

/**
 * Raises a task for each threshold that will not hold at its deadline, and finishes those that hold again (P3.24).
 * Shape: ids of both. Safe to run every day: a task is raised once. Errors: throws `not_found`.
 */
export async function rectifyEnrolments(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  campaign: string,
): Promise<Rectified> {
  const { db } = context.records
  const key = { store: store.id, campaign }
  const { body } = await readCampaignRow(db, key)
  const rows = await readEntryRows(db, { ...key, kinds: ['task'] })
  const open: Open = new Map(
    entriesOf(rows.map(entryOf), 'task').map((task, i) => [
      task.id,
      { version: rows[i]?.version ?? 1, finished: task.body.finished !== null },
    ]),
  )
  const lead = body.team.find(({ team }) => team === 'operations')?.lead ?? '运营'
  const nameOf = (metric: string): string => thresholdName(metric).nameZh
  const answer: Rectified = { raised: [], resolved: [] }
  for (const projected of await projectEnrolments(context, store, campaign)) {
    const { enrolment, projections, today } = projected
    for (const task of rectifyTasks(enrolment, projections, { today, nameOf })) {
      if (open.has(task.id)) continue
      const fresh = { ...task.body, accountable: task.body.accountable || lead } as unknown as CampaignTask
      await putEntry(context, caller, { campaign, kind: 'task', id: task.id }, { version: 0, body: fresh })
      answer.raised.push(task.id)
    }
    for (const id of resolvedOf(projected, open)) {
      const act = { version: open.get(id)?.version ?? 1, note: '指标已达标 / the figure holds' }
      await actOn(context, caller, { campaign, kind: 'task', id, action: 'finish' }, act)
      answer.resolved.push(id)
    }
  }
  return answer
}
