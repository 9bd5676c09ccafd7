import { Role } from '@zhanggui/contract'
import type { Notice, NoticeStage } from '@zhanggui/playbooks'
import { ROLE_PERMISSIONS } from '../../../admin/role-permissions.ts'
import type { IncidentRow, Words } from '../schema.ts'

const STAGES: Record<NoticeStage, Words> = {
  opened: { zh: '新告警', en: 'New alert' },
  worsened: { zh: '告警升级', en: 'Alert got worse' },
  escalated: { zh: '无人认领', en: 'Nobody has taken it on' },
  resolved: { zh: '已恢复', en: 'Over' },
}

const SEVERITY: Record<IncidentRow['severity'], Words> = {
  info: { zh: '提示', en: 'Info' },
  warning: { zh: '警告', en: 'Warning' },
  critical: { zh: '严重', en: 'Critical' },
}

/** A role as people call it. */
export function roleName(role: string): Words {
  const known = Role.safeParse(role)
  if (!known.success) return { zh: role, en: role }
  const { nameZh, nameEn } = ROLE_PERMISSIONS[known.data]
  return { zh: nameZh, en: nameEn }
}

/** One line of a message: what happened to which incident, and what is to be done. */
export function itemWords(stage: NoticeStage, row: IncidentRow): Words {
  const { zh, en } = STAGES[stage]
  const [grave, action] = [SEVERITY[row.severity], stage === 'resolved' ? null : row.action]
  return {
    zh: `【${zh}·${grave.zh}】${row.titleZh}${action?.zh ? `。处理：${action.zh}` : ''}`,
    en: `[${en}, ${grave.en}] ${row.titleEn}${action?.en ? `. To do: ${action.en}` : ''}`,
  }
}

/** The head of a message: the one thing that it is about, or how many. */
export function noticeTitle(notice: Pick<Notice, 'items'>, byId: ReadonlyMap<string, IncidentRow>): Words {
  const [first] = notice.items
  const row = first && byId.get(first.incident)
  if (!first || !row) return { zh: '告警', en: 'Alerts' }
  const head = { zh: `${STAGES[first.stage].zh}：${row.titleZh}`, en: `${STAGES[first.stage].en}: ${row.titleEn}` }
  const more = new Set(notice.items.map(({ incident }) => incident)).size - 1
  return more === 0 ? head : { zh: `${head.zh} 等 ${more + 1} 件`, en: `${head.en} and ${more} more` }
}
