import type { AlertEventKind, alertEvents, Words } from '../schema.ts'

type EventRow = typeof alertEvents.$inferSelect

const STAGES: Record<string, Words> = {
  opened: { zh: '新告警', en: 'that it began' },
  worsened: { zh: '告警升级', en: 'that it got worse' },
  escalated: { zh: '无人认领', en: 'that nobody has taken it on' },
  resolved: { zh: '已恢复', en: 'that it is over' },
}

const plain = (zh: string, en: string): Words => ({ zh, en })

/** One line of an incident's timeline. Who did it stands beside it. */
export function eventWords({ kind, facts }: Pick<EventRow, 'kind' | 'facts'>): Words {
  const { count, text, name, stage, zh, en, reopened } = facts
  const words: Record<AlertEventKind, () => Words> = {
    opened: () => plain(`发现 ${count} 处异常`, `${count} firing`),
    joined: () =>
      reopened === 1
        ? plain(`一小时内再次出现，${count} 处`, `came back within the hour, ${count} firing`)
        : plain(`又有 ${count} 处同因异常`, `${count} more of the same cause`),
    worsened: () => plain(`严重程度提高，新增 ${count} 处`, `got graver, ${count} more`),
    acknowledged: () => plain('认领', 'took it on'),
    assigned: () => plain(`指派给 ${name}`, `gave it to ${name}`),
    comment: () => plain(String(text), String(text)),
    told: () =>
      plain(`通知${zh}：${STAGES[String(stage)]?.zh ?? stage}`, `told ${en} ${STAGES[String(stage)]?.en ?? stage}`),
    cleared: () => plain('指标恢复正常，自动结束', 'fine again; over by itself'),
    resolved: () => plain(`处理完成：${text}`, `done: ${text}`),
    result: () => plain(`处理结果：${text}`, `result: ${text}`),
  }
  return words[kind]()
}
