import type { AuditEntry, ResourceInfo } from '@zhanggui/contract'
import type { Text } from '../../../locale/strings.ts'
import { SUBJECT_KINDS } from './subject-kinds.ts'

/** Fields that people recognise a record by, the most telling first. */
const NAMING_FIELDS = ['title', 'name', 'email', 'itemId']
const ID_SHOWN = 8

/** What a machine made up; of a name that a person gave (`price-war`) nothing is left out. */
const MADE_UP = /^[0-9a-f-]{9,}$/

/**
 * What an entry is about, in words: its kind and the record's own name.
 * Shape: `name` is the person it is about, or the record's name after or before the change, else the beginning of its id (all of one
 * that is made of words). `resources` are the declared records of the shop, whose kinds carry their own names.
 * @example subjectLabel({ subject: 'products/8f2e…', before: null, after: { data: { title: '餐桌' } } }).name // '餐桌'
 */
export function subjectLabel(
  entry: Pick<AuditEntry, 'subject' | 'before' | 'after'> & Partial<Pick<AuditEntry, 'subjectName'>>,
  resources: readonly Pick<ResourceInfo, 'id' | 'nameZh' | 'nameEn'>[] = [],
): { kind: Text; name: string } {
  const [kind = '', id = '', ...rest] = entry.subject.split('/')
  const shown = [MADE_UP.test(id) ? id.slice(0, ID_SHOWN) : id, ...rest].join(' ')
  const name = entry.subjectName ?? nameIn(entry.after) ?? nameIn(entry.before) ?? shown
  const declared = resources.find((resource) => resource.id === kind)
  const words = declared ? { zh: declared.nameZh, en: declared.nameEn } : SUBJECT_KINDS[kind]
  return { kind: words ?? { zh: kind, en: kind }, name }
}

function nameIn(record: unknown): string | null {
  if (!isRecord(record)) return null
  const data = isRecord(record.data) ? record.data : record
  const found = NAMING_FIELDS.map((field) => data[field]).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
