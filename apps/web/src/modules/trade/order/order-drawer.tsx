import type { TradeOrder } from '@zhanggui/contract'
import { Drawer, Tag } from 'antd'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { useTradeOrder } from '../use-trade.ts'

const HEIGHT = 240

type Line = TradeOrder['lines'][number]

/** One order as the core knows it. */
export function OrderDrawer({ order, onClose }: { order: string; onClose: () => void }) {
  const t = useStrings(strings)
  const query = useTradeOrder(useStoreId(), order)
  return (
    <Drawer open size={720} title={`${t.order} ${order}`} onClose={onClose}>
      <PanelBody<TradeOrder> query={query} height={HEIGHT}>
        {(found) => <Found order={found} />}
      </PanelBody>
    </Drawer>
  )
}

function Found({ order }: { order: TradeOrder }) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const state = {
    held: t.heldOrder,
    locked: t.lockedOrder,
    sold: t.soldOrder,
    released: t.released,
    lapsed: t.lapsed,
    refundDue: t.refundDue,
  }[order.state]
  const isOpen = order.state === 'held' || order.state === 'locked'
  return (
    <div className={stack.stack}>
      <FigureStrip label={t.order}>
        <FigureTile label={t.state} value={state} />
        <FigureTile label={t.due} value={format.exact(order.amountCents, 'money')} exact={order.amountCents} />
      </FigureStrip>
      <p>
        {isOpen ? t.payBefore : t.keptUntil} {instantOf(order.deadline)}
      </p>
      <DataTable
        label={t.lines}
        columns={useColumns()}
        rows={order.lines}
        rowKey={(line) => `${line.item} ${line.gift}`}
      />
      <p className={styles.id}>{t.orderHelp}</p>
    </div>
  )
}

function useColumns(): Column<Line>[] {
  const t = useStrings(strings)
  const { count } = useFormat()
  return [
    {
      key: 'item',
      title: t.item,
      render: ({ item, title, gift, alternative }) => (
        <span className={styles.title}>
          <span>
            {title || item} {gift && <Tag>{alternative ? t.alternative : t.giftLine}</Tag>}
          </span>
          {title && <span className={styles.id}>{item}</span>}
        </span>
      ),
    },
    { key: 'quantity', title: t.quantity, numeric: true, render: ({ quantity: units }) => count(units) },
    { key: 'returned', title: t.returned, numeric: true, render: ({ returned }) => count(returned) },
  ]
}
