import type { LaunchReports } from '@zhanggui/contract'
import { Alert, Button, Space } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { LaunchCard } from './launch-card.tsx'
import { strings } from './strings.ts'
import { useLaunches } from './use-launches.ts'

const HEIGHT = 240

/** 首发与限量: what each channel has left of a launch, and how often it was seen against a launch like it. */
export default function LaunchesPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const query = useLaunches(store)
  const mayWrite = usePermissions().includes('trade:write')
  const link = (text: string, resource = 'launches') => (
    <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/${resource}`}>
      <Button tabIndex={-1}>{text}</Button>
    </Link>
  )
  const isEmpty = query.data?.launches.length === 0
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayWrite &&
          !isEmpty && (
            <Space wrap>
              {link(t.seedingLink, 'launch-seedings')}
              {link(t.edit)}
            </Space>
          )
        }
      />
      {(query.data?.strays.length ?? 0) > 0 && (
        <Alert type="warning" showIcon title={t.strays(query.data?.strays.join('、') ?? '')} />
      )}
      {query.data && !isEmpty ? (
        query.data.launches.map((launch) => <LaunchCard key={launch.code} launch={launch} />)
      ) : (
        <Panel<LaunchReports>
          title={t.title}
          query={query}
          height={HEIGHT}
          isEmpty={({ launches }) => launches.length === 0}
          empty={<EmptyState title={t.empty} text={t.emptyText} action={mayWrite ? link(t.add) : undefined} />}
        >
          {() => null}
        </Panel>
      )}
    </div>
  )
}
