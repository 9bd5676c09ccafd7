import type { PromotionOrderDetail } from '@zhanggui/contract'
import { Drawer } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { ReturnForm } from './return-form.tsx'
import { ReturnList } from './return-list.tsx'
import { strings } from './strings.ts'
import { useOrder } from './use-orders.ts'

const HEIGHT = 360

const isReturnable = ({ state, left }: PromotionOrderDetail): boolean =>
  state === 'paid' || (state === 'returned' && left.leftCents > 0)

/** One order: what was paid, what can still come back, and what did. */
export function OrderDrawer({ order, onClose }: { order: string; onClose: () => void }) {
  const t = useStrings(strings)
  const query = useOrder(useStoreId(), order)
  const mayWrite = usePermissions().includes('plan:write')
  const title = query.data ? `${order} · ${t[query.data.state]}` : order
  return (
    <Drawer open size={920} title={title} onClose={onClose}>
      <PanelBody<PromotionOrderDetail> query={query} height={HEIGHT}>
        {(detail) => (
          <div className={stack.stack}>
            <Sums detail={detail} />
            {mayWrite && isReturnable(detail) && <ReturnForm key={detail.returns.length} order={detail} />}
            <ReturnList returns={detail.returns} />
          </div>
        )}
      </PanelBody>
    </Drawer>
  )
}

function Sums({ detail }: { detail: PromotionOrderDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const { payableCents, refundedCents, depositCents, left, costs } = detail
  const costCents = costs.reduce((sum, { cents }) => sum + cents, 0)
  return (
    <FigureStrip label={t.order}>
      <FigureTile label={t.payable} value={money(payableCents)} exact={payableCents} />
      {depositCents > 0 && <FigureTile label={t.depositOf} value={money(depositCents)} exact={depositCents} />}
      <FigureTile label={t.refunded} value={money(refundedCents)} exact={refundedCents} />
      <FigureTile label={t.left} value={money(left.leftCents)} exact={left.leftCents} />
      <FigureTile label={t.cost} value={money(costCents)} exact={costCents} />
    </FigureStrip>
  )
}
