import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { AlertInbox } from '@zhanggui/contract'
import { Badge } from 'antd'
import { Link } from 'react-router'
import { apiGet, storePath } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'
import { usePermissions } from '../app/use-permissions.ts'
import { useStoreId } from '../app/use-store-id.ts'
import { useStrings } from '../locale/strings.ts'
import { strings } from './strings.ts'
import styles from './top-bar.module.css'

const EVERY_MS = 30_000

/** The number stands at the bell's shoulder, not on its face. */
const BESIDE: [number, number] = [4, 0]

/** What was told to the reader and not seen yet; the alerts page is one press away from everywhere. */
export function AlertBell() {
  return usePermissions().includes('plan:read') ? <Bell /> : null
}

function Bell() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { data } = useQuery({
    queryKey: queryKeys.storeList(store, 'alerts', 'alerts', 'inbox', ''),
    queryFn: ({ signal }) => apiGet<AlertInbox>(storePath(store, 'alerts', 'inbox'), signal),
    refetchInterval: EVERY_MS,
  })
  const unread = data?.unread ?? 0
  return (
    <Link to={`/stores/${store}/live/alerts`} className={styles.bell ?? ''} aria-label={t.alerts(String(unread))}>
      <Badge count={unread} size="small" overflowCount={99} offset={BESIDE}>
        <BellOutlined aria-hidden className={styles.bellIcon ?? ''} />
      </Badge>
    </Link>
  )
}
