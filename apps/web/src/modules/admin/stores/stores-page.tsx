import type { Store } from '@zhanggui/contract'
import { Button } from 'antd'
import { useSession } from '../../../api/use-session.ts'
import { useStores } from '../../../api/use-stores.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { CreateStoreDialog } from './create-store-dialog.tsx'
import { EditStoreDialog } from './edit-store-dialog.tsx'
import { StoreTable } from './store-table.tsx'
import { strings } from './strings.ts'

const LIST_HEIGHT = 240
const NEW = 'new'

/** The shops of this installation that the reader may see; the owner makes new ones. */
export default function StoresPage() {
  const t = useStrings(strings)
  const stores = useStores()
  const { get, set } = useSearchState()
  const isOwner = useSession().data?.user?.isOwner ?? false
  const opened = get('open')
  const close = () => set({ open: null })
  const edited = stores.data?.find((store) => store.id === opened)
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          isOwner && (
            <Button type="primary" onClick={() => set({ open: NEW })}>
              {t.create}
            </Button>
          )
        }
      />
      <Panel<Store[]>
        query={stores}
        height={LIST_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyHint} />}
      >
        {(list) => <StoreTable stores={list} onEdit={(store) => set({ open: store.id })} />}
      </Panel>
      <CreateStoreDialog open={opened === NEW} onClose={close} />
      {edited && <EditStoreDialog store={edited} onClose={close} />}
    </div>
  )
}
