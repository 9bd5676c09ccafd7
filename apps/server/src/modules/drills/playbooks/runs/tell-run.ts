import type { AlertAction, Store } from '@zhanggui/contract'
import type { Severity, Tell } from '@zhanggui/playbooks'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { raiseIncident } from '../../../live/alerts/index.ts'
import { startClock } from '../../../live/clocks/index.ts'
import { playbookRuns, type RunRow, type Words } from '../schema.ts'
import { asksOutside, settleOutside } from './settle-outside.ts'

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

/** What somebody else's rule refused is an incident of its run: what it wanted is not what is so. */
async function reportRefused(context: Context, store: Store, run: RunRow, refused: readonly Words[]): Promise<void> {
  if (refused.length === 0) return
  const [zh, en] = [refused.map((words) => words.zh).join('；'), refused.map((words) => words.en).join('; ')]
  await raiseIncident(context, store.id, {
    cause: { metric: `playbook/${run.playbook}`, dimension: 'run', value: `${run.id}.refused` },
    titleZh: `自动化“${run.nameZh}”的改动没有通过：${zh}`,
    titleEn: `What playbook “${run.nameEn}” asked for was refused: ${en}`,
    severity: 'warning',
    owner: 'operations',
    action: {
      kind: 'playbook',
      ref: run.playbook,
      zh: '查看原因，撤销或人工处理',
      en: 'See why; undo it or do it by hand',
    },
    now: run.at,
  })
}

/** Sends out what applied runs have to tell and have not told yet; a crash on the way only delays it. */
export async function tellRuns(context: Context, shop: Store): Promise<void> {
  const store = shop.id
  const open = and(
    eq(playbookRuns.store, store),
    eq(playbookRuns.told, false),
    inArray(playbookRuns.state, ['applied', 'undone']),
  )
  const runs = await context.records.db.select().from(playbookRuns).where(open).orderBy(asc(playbookRuns.id))
  for (const run of runs) {
    if (run.state === 'applied') for (const [index, told] of run.tells.entries()) await tell(context, run, told, index)
    if (asksOutside(run.changes)) await reportRefused(context, shop, run, await settleOutside(context, shop, run))
    await context.records.db.update(playbookRuns).set({ told: true }).where(eq(playbookRuns.id, run.id))
  }
}
