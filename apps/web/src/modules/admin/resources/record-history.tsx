import type { ResourceHistory, ResourceInfo } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { labelled } from '../../../locale/punctuation.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { useActionName } from '../audit/action-names.ts'
import { ChangeTable } from '../audit/change-table.tsx'
import styles from './record-history.module.css'
import { strings } from './strings.ts'
import { useRecordWords } from './use-record-words.ts'
import { type ResourceAt, useResourceHistory } from './use-resources.ts'

const HISTORY_HEIGHT = 320

type Entry = ResourceHistory['entries'][number]
type Props = { at: ResourceAt; resource: ResourceInfo; id: string }

/** Every change of a record, newest first: who, when, why, and the values before and after. */
export function RecordHistory({ at, resource, id }: Props) {
  const t = useStrings(strings)
  const history = useResourceHistory(at, id)
  return (
    <PanelBody<ResourceHistory>
      query={history}
      height={HISTORY_HEIGHT}
      isEmpty={({ entries }) => entries.length === 0}
      empty={<EmptyState title={t.historyEmpty} />}
    >
      {({ entries }) => (
        <ol className={styles.entries}>
          {entries.map((entry) => (
            <li key={entry.at + entry.action}>
              <HistoryEntry store={at.store} resource={resource} entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </PanelBody>
  )
}

function HistoryEntry({ store, resource, entry }: { store: string; resource: ResourceInfo; entry: Entry }) {
  const actionName = useActionName()
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const words = useRecordWords(store, resource)
  return (
    <article className={styles.entry}>
      <header className={styles.head}>
        <strong>{actionName(entry.action)}</strong>
        <PersonName person={entry.actor} />
        <time dateTime={entry.at}>{format.instant(entry.at)}</time>
      </header>
      {entry.reason && <p>{labelled(t.reason, entry.reason, language)}</p>}
      <ChangeTable before={entry.before} after={entry.after} words={words} />
    </article>
  )
}
