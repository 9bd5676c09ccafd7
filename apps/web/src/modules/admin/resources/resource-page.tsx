import type { ResourceInfo } from '@zhanggui/contract'
import { useParams } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { ResourceIndex } from './resource-index.tsx'
import { ResourceRecords } from './resource-records.tsx'
import { strings } from './strings.ts'
import { useResourceDeclarations } from './use-resources.ts'

const PAGE_HEIGHT = 520

/** One page for every kind of record: what it shows and asks comes from the record's declaration on the server. */
export default function ResourcePage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { resource: id } = useParams()
  const declarations = useResourceDeclarations(store)
  return (
    <PanelBody<ResourceInfo[]> query={declarations} height={PAGE_HEIGHT}>
      {(known) => {
        if (id === undefined) return <ResourceIndex store={store} resources={known} />
        const resource = known.find((declared) => declared.id === id)
        if (!resource) return <EmptyState title={t.unknown} text={t.unknownHint} />
        // Another kind of record is another page: its dialogs and typing begin anew.
        return <ResourceRecords key={id} store={store} resource={resource} />
      }}
    </PanelBody>
  )
}
