import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { PositionsPanel } from './positions-panel.tsx'
import { strings } from './strings.ts'
import { SupplyPanel } from './supply-panel.tsx'

/** Who is planned, who is there, what nobody can do; and who makes content. */
export default function StaffingPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const seesMoney = usePermissions().includes('profit:read')
  const rota = (
    <Link to={`/stores/${store}/live/clocks?view=duty`}>
      <Button tabIndex={-1}>{t.rota}</Button>
    </Link>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={rota} />
      <PositionsPanel store={store} />
      {seesMoney && <SupplyPanel store={store} />}
    </div>
  )
}
