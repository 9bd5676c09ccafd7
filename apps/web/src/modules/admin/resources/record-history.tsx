import type { ResourceHistory, ResourceInfo } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { ChangeTable } from '../audit/change-table.tsx'
import { actionName, strings as auditStrings } from '../audit/strings.ts'
import { PersonName } from '../person-name.tsx'
import { fieldText } from './field-text.ts'
import styles from './record-history.module.css'
import { strings } from './strings.ts'
import { useFieldStyle } from './use-field-style.ts'
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
  const words = useStrings(auditStrings)
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const style = useFieldStyle(store)
  const fieldAt = (path: string) => resource.fields.find((field) => path === `data.${field.id}`)
  const nameOfField = (path: string) => {
    const field = fieldAt(path)
    if (field) return nameOf(field, language)
    return path === 'state' ? t.state : path
  }
  const textOf = (path: string, value: unknown) => {
    const field = fieldAt(path)
    if (field) return fieldText(field, value, style)
    const state = resource.states.find((known) => known.id === value)
    return state ? nameOf(state, language) : String(value)
  }
  return (
    <article className={styles.entry}>
      <header className={styles.head}>
        <strong>{actionName(entry.action, words)}</strong>
        <PersonName person={entry.actor} />
        <time dateTime={entry.at}>{format.instant(entry.at)}</time>
      </header>
      {entry.reason && <p>{`${t.reason}：${entry.reason}`}</p>}
      <ChangeTable before={entry.before} after={entry.after} nameOfField={nameOfField} textOf={textOf} />
    </article>
  )
}
