import { Button } from 'antd'
import { Navigate, useParams } from 'react-router'
import { useSession } from '../api/use-session.ts'
import { navigationFor } from '../app/pages.ts'
import { useStrings } from '../locale/strings.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { DemoProgress } from './demo-progress.tsx'
import { rememberedStore } from './remembered-store.ts'
import { strings } from './strings.ts'

/** Opens the first page that the reader may see, in the shop that was open last. */
export function StoreHome() {
  const { store: wanted } = useParams()
  const session = useSession()
  const user = session.data?.user
  const known = user?.stores ?? []
  const store = known.find((s) => s.id === (wanted ?? rememberedStore())) ?? known[0]
  if (!store) return <NoStores isOwner={user?.isOwner ?? false} onRefresh={() => void session.refetch()} />
  const first = navigationFor(store.permissions)[0]?.entries[0]
  return <Navigate to={`/stores/${store.id}/${first?.to ?? 'admin'}`} replace />
}

function NoStores({ isOwner, onRefresh }: { isOwner: boolean; onRefresh: () => void }) {
  const t = useStrings(strings)
  return (
    <EmptyState
      title={t.noStores}
      text={isOwner ? t.noStoresOwner : t.noStoresMember}
      action={
        <>
          <DemoProgress onReady={onRefresh} />
          <Button onClick={onRefresh}>{t.refresh}</Button>
        </>
      }
    />
  )
}
