import { Select } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { useSession } from '../api/use-session.ts'
import { usePage } from '../app/use-page.ts'
import { useStoreId } from '../app/use-store-id.ts'
import { useStrings } from '../locale/strings.ts'
import { strings } from './strings.ts'

/** Opens the same page in another shop. Dates are left behind: the other shop has its own last day of data. */
export function StoreSwitcher() {
  const t = useStrings(strings)
  const store = useStoreId()
  const page = usePage()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const stores = useSession().data?.user?.stores ?? []
  const open = (next: string) => {
    const range = search.get('range')
    const sub = page && !page.path.includes(':') ? `/${page.path}` : ''
    navigate(`/stores/${next}${sub}${range ? `?range=${encodeURIComponent(range)}` : ''}`)
  }
  return (
    <Select
      aria-label={t.shop}
      value={store}
      onChange={open}
      options={stores.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={stores.length > 8 ? { optionFilterProp: 'label' } : false}
      style={{ width: '100%' }}
    />
  )
}
