import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { useSession } from '../api/use-session.ts'
import { navigationFor } from '../app/pages.ts'
import { useStrings } from '../locale/strings.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { DemoProgress } from './demo-progress.tsx'
import { rememberedStore } from './remembered-store.ts'
import styles from './store-home.module.css'
import { strings } from './strings.ts'
import { useSignOut } from './use-sign-out.ts'

const CreateStoreDialog = lazy(async () => {
  const { CreateStoreDialog: Dialog } = await import('../modules/admin/stores/create-store-dialog.tsx')
  return { default: Dialog }
})

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
  const signOut = useSignOut()
  const [creating, setCreating] = useState(false)
  return (
    <main className={styles.page}>
      <title>{`${t.noStores} · ${t.product}`}</title>
      <EmptyState
        title={t.noStores}
        text={isOwner ? t.noStoresOwner : t.noStoresMember}
        action={
          <>
            <DemoProgress onReady={onRefresh} />
            {isOwner && (
              <Button type="primary" onClick={() => setCreating(true)}>
                {t.createStore}
              </Button>
            )}
            <div className={styles.ways}>
              <Button onClick={onRefresh}>{t.refresh}</Button>
              <Button onClick={() => signOut.mutate()}>{t.signOut}</Button>
            </div>
          </>
        }
      />
      {creating && (
        <Suspense>
          <CreateStoreDialog open onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </main>
  )
}
