import type { AuditEntry } from '@zhanggui/contract'
import { Descriptions, Drawer } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { useRecordWords } from '../resources/use-record-words.ts'
import { useResourceDeclarations } from '../resources/use-resources.ts'
import { useActionName } from './action-names.ts'
import { ChangeTable } from './change-table.tsx'
import styles from './entry-drawer.module.css'
import { strings } from './strings.ts'

type Props = { store: string; entry: AuditEntry; onClose: () => void }

/** One entry of the trail: who, what, why, the change itself and its place in the chain. */
export function EntryDrawer({ store, entry, onClose }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const actionName = useActionName()
  const declarations = useResourceDeclarations(store)
  const words = useRecordWords(
    store,
    declarations.data?.find((resource) => entry.subject.startsWith(`${resource.id}/`)),
  )
  const facts = [
    [t.at, format.instant(entry.at)],
    [t.actor, entry.actor],
    [t.action, actionName(entry.action)],
    [t.subject, entry.subject],
    [t.reason, entry.reason || NO_VALUE],
    [t.hash, entry.hash],
    [t.previousHash, entry.previousHash || NO_VALUE],
  ] as const
  return (
    <Drawer open title={t.entry(format.count(entry.sequence))} onClose={onClose} size="large">
      <div className={styles.content}>
        <ChangeTable before={entry.before} after={entry.after} words={words} />
        <Descriptions
          column={1}
          size="small"
          bordered
          items={facts.map(([label, children]) => ({ key: label, label, children }))}
        />
      </div>
    </Drawer>
  )
}
