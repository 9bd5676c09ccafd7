import type { ShopOrderDetail } from '@zhanggui/contract'
import { Button, Drawer, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { AttemptTable } from './attempt-table.tsx'
import { CaseTable } from './case-table.tsx'
import { GoodsTable } from './goods-table.tsx'
import styles from './life.module.css'
import { OrderStory } from './order-story.tsx'
import { ParcelTable } from './parcel-table.tsx'
import { strings } from './strings.ts'
import { useOrderCommand, useShopOrder } from './use-shop-orders.ts'

const HEIGHT = 420

/** One order: where it stands, its goods, parcels and cases, and its story with times. */
export function OrderDrawer({ order, onClose }: { order: string; onClose: () => void }) {
  const t = useStrings(strings)
  const query = useShopOrder(useStoreId(), order)
  const title = query.data ? `${t.one} ${order} · ${t[query.data.stage]}` : `${t.one} ${order}`
  return (
    <Drawer open size={920} title={title} onClose={onClose} extra={query.data && <Cancel detail={query.data} />}>
      <PanelBody<ShopOrderDetail> query={query} height={HEIGHT}>
        {(detail) => <Body detail={detail} />}
      </PanelBody>
    </Drawer>
  )
}

function Body({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const mayAct = usePermissions().includes('trade:write')
  const act = useOrderCommand(useStoreId(), detail.orderId)
  const part = (title: string, isShown: boolean, body: ReactNode) =>
    isShown && (
      <section className={styles.part}>
        <h3>{title}</h3>
        {body}
      </section>
    )
  return (
    <div className={stack.stack}>
      <Sums detail={detail} />
      {act.error && <Problem error={act.error} />}
      {part(t.cases, detail.cases.length > 0, <CaseTable detail={detail} act={mayAct ? act : null} />)}
      {part(t.parcels, detail.parcelList.length > 0, <ParcelTable detail={detail} act={mayAct ? act : null} />)}
      {part(t.goods, true, <GoodsTable detail={detail} />)}
      {part(t.attempts, detail.attempts.length > 0, <AttemptTable detail={detail} />)}
      {part(t.story, true, <OrderStory detail={detail} />)}
    </div>
  )
}

function Cancel({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const mayAct = usePermissions().includes('trade:write')
  const act = useOrderCommand(useStoreId(), detail.orderId)
  const isOpen = ['placed', 'deposit', 'paid'].includes(detail.stage) && detail.cases.length === 0
  if (!mayAct || !isOpen) return null
  return (
    <Popconfirm
      title={t.cancel}
      description={t.cancelAsk}
      okText={t.confirm}
      cancelText={t.back}
      onConfirm={() => act.mutate({ kind: 'cancel', by: 'shop' })}
    >
      <Button danger loading={act.isPending}>
        {t.cancel}
      </Button>
    </Popconfirm>
  )
}

function Sums({ detail }: { detail: ShopOrderDetail }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const { payableCents, keptCents, dueCents, payments } = detail
  const refundedCents = payments.reduce((sum, payment) => sum + payment.refundedCents, 0)
  return (
    <FigureStrip label={t.order}>
      <FigureTile label={t.payable} value={money(payableCents)} exact={payableCents} />
      <FigureTile label={t.kept} value={money(keptCents)} exact={keptCents} />
      {dueCents !== null && <FigureTile label={t.due} value={money(dueCents)} exact={dueCents} />}
      <FigureTile label={t.refunded} value={money(refundedCents)} exact={refundedCents} />
    </FigureStrip>
  )
}
