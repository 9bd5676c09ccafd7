import type { EventKey } from '@zhanggui/contract'
import { Button } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { CreateKeyDialog } from './create-key-dialog.tsx'
import { KeyTable } from './key-table.tsx'
import { strings } from './strings.ts'
import { useEventKeys } from './use-event-keys.ts'

const LIST_HEIGHT = 200
const NEW = 'new'

/** Keys with which the shop's own systems send events. */
export default function EventKeysPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const keys = useEventKeys(store)
  const { get, set } = useSearchState()
  const create = (
    <Button type="primary" onClick={() => set({ open: NEW })}>
      {t.create}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<EventKey[]>
        query={keys}
        height={LIST_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyHint} />}
      >
        {(list) => <KeyTable store={store} keys={list} />}
      </Panel>
      <CreateKeyDialog store={store} open={get('open') === NEW} onClose={() => set({ open: null })} />
    </div>
  )
}
