import { addDays } from '@zhanggui/kernel'
import { pageStage } from '../../pages/campaign-page.ts'
import { checkRelease } from '../../pages/check-release.ts'
import { type Reason, reason } from '../../reason.ts'
import { windowOf } from '../../states/campaign-state.ts'
import type { CheckDeclaration, Finder } from '../entry-check.ts'
import { trainingGaps } from '../training.ts'

/** Work that is due before the phase begins. */
const tasks: Finder = ({ tasks: all, plan }, place) => {
  const begins = plan.windows[windowOf(plan.windows, place)]?.from
  const due = all.filter(({ body }) => begins === undefined || body.dueDay < begins)
  const open = due.filter(({ body }) => !body.finished)
  if (due.length === 0) return null
  return open.map(({ body }) =>
    reason(
      'task_open',
      `“${body.title}”应在 ${body.dueDay} 前完成（${body.accountable || '无人负责'}）`,
      `"${body.title}" was due on ${body.dueDay} (${body.accountable || 'nobody accountable'})`,
    ),
  )
}

/** Pages of the phase are released, or tested and ready for their window. */
const pages: Finder = ({ pages: all }, { state }) => {
  const own = all.filter(({ body }) => body.phase === state && body.retired === null)
  if (own.length === 0) return null
  return own
    .filter(({ body }) => !['ready', 'released'].includes(pageStage(body)))
    .flatMap(({ body }): Reason[] =>
      checkRelease(body, body.releaseFrom).map(({ code, zh, en }) =>
        reason(code, `“${body.title}”${zh}`, `"${body.title}": ${en}`),
      ),
    )
}

const training: Finder = ({ trainings }, { state }) => {
  const own = trainings.filter(({ body }) => body.phase === state)
  return own.length === 0 ? null : own.flatMap(({ body }) => trainingGaps(body))
}

/** Whatever is linked is checked and approved (P15.10: rules). */
const rules: Finder = ({ promotions }) => {
  if (promotions.length === 0) return null
  return promotions.flatMap(({ name, state, errors }): Reason[] => {
    if (errors > 0)
      return [
        reason(
          'rule_errors',
          `优惠“${name}”有 ${errors} 处错误：先改正`,
          `The promotion "${name}" has ${errors} errors: correct them`,
        ),
      ]
    if (['approved', 'active', 'ended'].includes(state)) return []
    return [
      reason(
        'rule_not_approved',
        `优惠“${name}”还没有批准：提交审批`,
        `The promotion "${name}" is not approved: ask for it`,
      ),
    ]
  })
}

/** An overdue drill blocks (P15.11), and so does one that failed. */
const drills: Finder = ({ drills: all, plan, today }, place) => {
  const own = all.filter(({ body }) => body.phase === place.state)
  if (own.length === 0) return null
  const begins = plan.windows[windowOf(plan.windows, place)]?.from ?? today
  const lastDay = begins < today ? today : addDays(begins, -1)
  return own.flatMap(({ body: { title, dueDay, owner, held } }): Reason[] => {
    if (!held && dueDay <= lastDay)
      return [
        reason(
          'drill_overdue',
          `演练“${title}”${dueDay} 到期还没做（${owner || '无人负责'}）：先演练`,
          `The drill "${title}", due on ${dueDay}, was not held (${owner || 'nobody'}): hold it first`,
        ),
      ]
    if (held && !held.passed)
      return [
        reason(
          'drill_failed',
          `演练“${title}”没有通过：改进后再演练一次`,
          `The drill "${title}" failed: improve, and hold it again`,
        ),
      ]
    return []
  })
}

export const TASKS: CheckDeclaration = { id: 'tasks', nameZh: '到期任务完成', nameEn: 'Work that was due', find: tasks }
export const PAGES: CheckDeclaration = { id: 'pages', nameZh: '页面', nameEn: 'Pages', find: pages }
export const TRAINING: CheckDeclaration = { id: 'training', nameZh: '培训', nameEn: 'Training', find: training }
export const RULES: CheckDeclaration = { id: 'rules', nameZh: '优惠规则', nameEn: 'Rules', find: rules }
export const DRILLS: CheckDeclaration = { id: 'drills', nameZh: '演练', nameEn: 'Drills', find: drills }
