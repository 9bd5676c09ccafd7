import type { AuditEntry, ResourceInfo } from '@zhanggui/contract'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { useResourceDeclarations } from '../resources/use-resources.ts'
import { useActionName } from './action-names.ts'
import styles from './audit-table.module.css'
import { strings } from './strings.ts'
import { subjectLabel } from './subject-label.ts'
import { AUDIT_PAGE_SIZE } from './use-audit.ts'

type Props = { store: string; entries: readonly AuditEntry[]; onOpen: (sequence: number) => void }

export function AuditTable({ store, entries, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const resources = useResourceDeclarations(store).data
  const actionName = useActionName()
  const columns: Column<AuditEntry>[] = [
    { key: 'at', title: t.at, render: (entry) => format.instant(entry.at) },
    { key: 'actor', title: t.actor, render: (entry) => <PersonName person={entry.actor} /> },
    { key: 'action', title: t.action, render: (entry) => actionName(entry.action) },
    { key: 'subject', title: t.subject, render: (entry) => <Subject entry={entry} resources={resources} /> },
    { key: 'reason', title: t.reason, render: (entry) => entry.reason || NO_VALUE },
    { key: 'sequence', title: t.sequence, numeric: true, render: (entry) => format.count(entry.sequence) },
  ]
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={entries}
      rowKey={(entry) => String(entry.sequence)}
      pageSize={AUDIT_PAGE_SIZE}
      onRowClick={(entry) => onOpen(entry.sequence)}
    />
  )
}

function Subject({ entry, resources }: { entry: AuditEntry; resources: ResourceInfo[] | undefined }) {
  const language = useLanguage()
  const { kind, name } = subjectLabel(entry, resources)
  return (
    <span className={styles.subject} title={entry.subject}>
      <span className={styles.kind}>{kind[language]}</span> {name}
    </span>
  )
}
