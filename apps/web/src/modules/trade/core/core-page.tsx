import type { TradeStatus } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { FindOrder } from '../order/find-order.tsx'
import { OrderDrawer } from '../order/order-drawer.tsx'
import { OpenDialog } from '../stock/open-dialog.tsx'
import { StockCard } from '../stock/stock-card.tsx'
import { strings } from '../strings.ts'
import { useTradeStatus } from '../use-trade.ts'
import { RunningCore } from './running-core.tsx'

const HEIGHT = 420

/** The order core now: how fast it decides, where the units are, what lapses next, how its journal is. */
export default function CorePage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayWrite = usePermissions().includes('products:write')
  const { get, set } = useSearchState()
  const [isOpening, setOpening] = useState(false)
  const status = useTradeStatus(store)
  const order = get('order')
  const open = mayWrite && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t.open}
    </Button>
  )
  const isRunning = status.data?.state === 'running'
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          isRunning && (
            <>
              <FindOrder onFind={(id) => set({ order: id })} />
              {open}
            </>
          )
        }
      />
      <PanelBody<TradeStatus> query={status} height={HEIGHT}>
        {(data) => <StatusBody status={data} open={open} />}
      </PanelBody>
      {isRunning && <StockCard />}
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
      {order && <OrderDrawer order={order} onClose={() => set({ order: null })} />}
    </div>
  )
}

function StatusBody({ status, open }: { status: TradeStatus; open: React.ReactNode }) {
  const t = useStrings(strings)
  if (status.state === 'none') return <EmptyState title={t.empty} text={t.emptyText} action={open} />
  if (status.state === 'running') return <RunningCore figures={status.figures} />
  const { file, offset, sequence, damage } = status.damage
  return (
    <Alert
      type="error"
      showIcon
      title={t.damagedTitle}
      description={t.damagedText(file, String(offset), String(sequence), damage)}
    />
  )
}
