import type { ResourceInfo, ResourceRow } from '@zhanggui/contract'
import { Drawer, Tabs } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { NewRecord } from './new-record.tsx'
import { RecordEditor } from './record-editor.tsx'
import { RecordHistory } from './record-history.tsx'
import { strings } from './strings.ts'
import { type ResourceAt, useResourceRow } from './use-resources.ts'

const FORM_HEIGHT = 420

type Props = {
  at: ResourceAt
  resource: ResourceInfo
  id: string | null
  /** What a new one begins with. */
  initial?: Readonly<Record<string, unknown>>
  onClose: () => void
}

/** One record beside its list: its form and its history. `id` null makes a new one. */
export function RecordDrawer({ at, resource, id, initial = {}, onClose }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const name = nameOf(resource, language)
  return (
    <Drawer open size="large" title={id === null ? t.newRecord(name) : name} onClose={onClose}>
      {id === null ? (
        <NewRecord at={at} resource={resource} initial={initial} onDone={onClose} />
      ) : (
        <StoredRecord at={at} resource={resource} id={id} onClose={onClose} />
      )}
    </Drawer>
  )
}

type StoredProps = { at: ResourceAt; resource: ResourceInfo; id: string; onClose: () => void }

function StoredRecord({ at, resource, id, onClose }: StoredProps) {
  const t = useStrings(strings)
  const row = useResourceRow(at, id)
  const { get, set } = useSearchState()
  return (
    <Tabs
      activeKey={get('tab') === 'history' ? 'history' : 'record'}
      onChange={(tab) => set({ tab: tab === 'record' ? null : tab }, { replace: true })}
      items={[
        {
          key: 'record',
          label: t.record,
          children: (
            <PanelBody<ResourceRow> query={row} height={FORM_HEIGHT}>
              {(found) => <RecordEditor at={at} resource={resource} row={found} onClose={onClose} />}
            </PanelBody>
          ),
        },
        { key: 'history', label: t.history, children: <RecordHistory at={at} resource={resource} id={id} /> },
      ]}
    />
  )
}
