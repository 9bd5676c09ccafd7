import type { AlertAction } from '@zhanggui/contract'
import type { Severity, Tell } from '@zhanggui/playbooks'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { raiseIncident } from '../../../live/alerts/index.ts'
import { startClock } from '../../../live/clocks/index.ts'
import { playbookRuns, type RunRow } from '../schema.ts'

const SEVERITIES: Record<Tell['kind'], Severity> = { notify: 'info', task: 'warning', incident: 'critical' }

const actionOf = (tell: Tell): AlertAction => ({ kind: 'task', ref: '', zh: tell.zh, en: tell.en })

/** One thing told is one incident of its run: told again after a crash, it is the same one. */
async function tell(context: Context, run: RunRow, told: Tell, index: number): Promise<void> {
  const { store, playbook, nameZh, nameEn } = run
  const dueZh = told.kind === 'task' ? `（${told.dueMinutes} 分钟内）` : ''
  const dueEn = told.kind === 'task' ? ` (in ${told.dueMinutes} min)` : ''
  const incident = await raiseIncident(context, store, {
    cause: { metric: `playbook/${playbook}`, dimension: 'run', value: `${run.id}.${index}` },
    titleZh: `${nameZh}：${told.zh}${dueZh}`,
    titleEn: `${nameEn}: ${told.en}${dueEn}`,
    severity: SEVERITIES[told.kind],
    owner: told.kind === 'incident' ? 'operations' : told.role,
    action: actionOf(told),
    now: run.at,
  })
  if (told.kind !== 'incident') return
  const subject = { kind: 'incident', id: String(incident) }
  await startClock(
    context,
    { store, actor: 'system' },
    { ladder: told.ladder, subject, title: told.zh, owner: null, startedAt: run.at },
  )
}

/** Sends out what applied runs have to tell and have not told yet; a crash on the way only delays it. */
export async function tellRuns(context: Context, store: string): Promise<void> {
  const open = and(
    eq(playbookRuns.store, store),
    eq(playbookRuns.told, false),
    inArray(playbookRuns.state, ['applied', 'undone']),
  )
  const runs = await context.records.db.select().from(playbookRuns).where(open).orderBy(asc(playbookRuns.id))
  for (const run of runs) {
    for (const [index, told] of run.tells.entries()) await tell(context, run, told, index)
    await context.records.db.update(playbookRuns).set({ told: true }).where(eq(playbookRuns.id, run.id))
  }
}
