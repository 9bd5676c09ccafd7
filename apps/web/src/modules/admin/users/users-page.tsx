import { Tabs } from 'antd'
import { useSession } from '../../../api/use-session.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { Accounts } from './accounts.tsx'
import { Members } from './members.tsx'
import { strings } from './strings.ts'

/** People of the shop; for the owner also every account of the installation. */
export default function UsersPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const isOwner = useSession().data?.user?.isOwner ?? false
  const { get, set } = useSearchState()
  const showsAccounts = isOwner && get('tab') === 'accounts'
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      {isOwner && (
        <Tabs
          activeKey={showsAccounts ? 'accounts' : 'members'}
          onChange={(tab) => set({ tab, open: null }, { replace: true })}
          items={[
            { key: 'members', label: t.members },
            { key: 'accounts', label: t.accounts },
          ]}
        />
      )}
      {showsAccounts ? <Accounts /> : <Members store={store} />}
    </div>
  )
}
