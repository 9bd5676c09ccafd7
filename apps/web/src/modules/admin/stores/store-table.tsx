import type { Store } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { useSession } from '../../../api/use-session.ts'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import link from '../../../parts/link.module.css'
import { formStrings } from '../form-strings.ts'
import { platformName } from './platform-name.ts'
import { strings } from './strings.ts'

type Props = { stores: readonly Store[]; onEdit: (store: Store) => void }

export function StoreTable({ stores, onEdit }: Props) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const format = useFormat()
  const canManage = useCanManage()
  const columns: Column<Store>[] = [
    { key: 'name', title: t.name, render: (store) => <StoreName store={store} /> },
    { key: 'id', title: t.id, render: (store) => <code>{store.id}</code> },
    { key: 'platform', title: t.platform, render: (store) => platformName(store.platform, t) },
    { key: 'currency', title: t.currency, render: (store) => store.currency },
    { key: 'timezone', title: t.timezone, render: (store) => store.timezone },
    {
      key: 'founded',
      title: t.founded,
      render: (store) => (store.foundedDay ? format.longDay(store.foundedDay) : NO_VALUE),
    },
    { key: 'createdAt', title: t.createdAt, render: (store) => format.instant(store.createdAt) },
    {
      key: 'actions',
      title: words.actions,
      render: (store) =>
        canManage(store.id) && (
          <Button size="small" onClick={() => onEdit(store)} aria-label={`${t.edit} ${store.name}`}>
            {t.edit}
          </Button>
        ),
    },
  ]
  return <DataTable label={t.title} columns={columns} rows={stores} rowKey={(store) => store.id} />
}

function StoreName({ store }: { store: Store }) {
  const t = useStrings(strings)
  return (
    <span>
      <Link className={link.link} to={`/stores/${store.id}`}>
        {store.name}
      </Link>{' '}
      {store.demo && <Tag>{t.demo}</Tag>}
    </span>
  )
}

/** Asked for each shop: somebody may manage one and only read another. */
function useCanManage(): (store: string) => boolean {
  const session = useSession()
  const mine = session.data?.user?.stores ?? []
  return (id) => mine.some((store) => store.id === id && store.permissions.includes('store:manage'))
}
