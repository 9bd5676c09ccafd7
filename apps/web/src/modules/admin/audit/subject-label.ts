import type { AuditEntry } from '@zhanggui/contract'
import type { Text } from '../../../locale/strings.ts'

const KINDS: Record<string, Text> = {
  stores: { zh: '店铺', en: 'Shop' },
  users: { zh: '账号', en: 'Account' },
  members: { zh: '成员', en: 'Member' },
  sessions: { zh: '会话', en: 'Session' },
  'event-keys': { zh: '事件密钥', en: 'Event key' },
  approvals: { zh: '审批', en: 'Approval' },
  'approval-rules': { zh: '审批规则', en: 'Approval rule' },
  people: { zh: '个人数据', en: 'Personal data' },
  retention: { zh: '保留期限', en: 'Retention' },
  backups: { zh: '备份', en: 'Backup' },
  imports: { zh: '导入', en: 'Import' },
  mappings: { zh: '列对应', en: 'Column mapping' },
  plans: { zh: '年度规划', en: 'Plan' },
  products: { zh: '商品', en: 'Product' },
  channels: { zh: '渠道', en: 'Channel' },
  tiers: { zh: '会员等级', en: 'Member tier' },
  'saved-views': { zh: '视图', en: 'View' },
}

/** Fields that people recognise a record by, the most telling first. */
const NAMING_FIELDS = ['title', 'name', 'email', 'itemId']
const ID_SHOWN = 8

/**
 * What an entry is about, in words: its kind and the record's own name.
 * Shape: `name` is the person it is about, or the record's name after or before the change, else the beginning of its id.
 * @example subjectLabel({ subject: 'products/8f2e…', before: null, after: { data: { title: '餐桌' } } }).name // '餐桌'
 */
export function subjectLabel(
  entry: Pick<AuditEntry, 'subject' | 'before' | 'after'> & Partial<Pick<AuditEntry, 'subjectName'>>,
): { kind: Text; name: string } {
  const [kind = '', id = ''] = entry.subject.split('/')
  const name = entry.subjectName ?? nameIn(entry.after) ?? nameIn(entry.before) ?? id.slice(0, ID_SHOWN)
  return { kind: KINDS[kind] ?? { zh: kind, en: kind }, name }
}

function nameIn(record: unknown): string | null {
  if (!isRecord(record)) return null
  const data = isRecord(record.data) ? record.data : record
  const found = NAMING_FIELDS.map((field) => data[field]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
