import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { strings } from './strings.ts'

/** What a page of the planning section shows while the shop has no plan. */
export function NoPlan() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayWrite = usePermissions().includes('plan:write')
  const action = mayWrite && (
    <Link to={`/stores/${store}/goals/plans?new=1`}>
      <Button tabIndex={-1} type="primary">
        {t.create}
      </Button>
    </Link>
  )
  return <EmptyState title={t.noPlan} text={mayWrite ? t.noPlanText : t.noPlanReader} action={action} />
}
