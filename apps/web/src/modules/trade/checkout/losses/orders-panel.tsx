import type { OrderLosses, PaymentLosses } from '@zhanggui/contract'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import { LossTable } from './loss-table.tsx'
import { buildOrderDaysOption } from './order-days-option.ts'
import { strings } from './strings.ts'
import type { usePaymentLosses } from './use-payment-losses.ts'

const HEIGHT = 420
const CHART_HEIGHT = 240
const PROVINCES_SHOWN = 10

/** Orders that were placed and never paid, by day, province and reason. */
export function OrdersPanel({ query }: { query: ReturnType<typeof usePaymentLosses> }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { data } = query
  const note = data?.orders && t.ordersNote(format.shortRange(data))
  return (
    <Panel<PaymentLosses>
      title={t.orders}
      {...(note ? { note } : {})}
      query={query}
      height={HEIGHT}
      isEmpty={({ orders }) => orders === null}
      empty={<EmptyState title={t.noOrders} text={t.noOrdersText} />}
    >
      {({ orders, usualLostShare }) =>
        orders && (
          <div className={stack.stack}>
            <Answer orders={orders} usualLostShare={usualLostShare} />
            <Days days={orders.days} />
            {orders.reasons.length > 0 && <Reasons reasons={orders.reasons} />}
            <section>
              <h3>{t.byProvince}</h3>
              <LossTable
                rows={orders.provinces.slice(0, PROVINCES_SHOWN)}
                first={t.province}
                label={t.byProvince}
                nameOf={(key) => key || t.unknown}
              />
            </section>
          </div>
        )
      }
    </Panel>
  )
}

function Answer({ orders, usualLostShare }: { orders: OrderLosses; usualLostShare: number }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { placed, unpaid, unpaidCents, lostShare } = orders
  return (
    <FigureStrip label={t.orders}>
      <FigureTile label={t.placed} value={format.count(placed)} exact={placed} />
      <FigureTile label={t.unpaid} value={format.count(unpaid)} exact={unpaid}>
        <FigureWords>{t.unpaidText(format.short(unpaidCents, 'money'))}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.lostShare}
        value={format.percent(lostShare)}
        exact={lostShare}
        tone={lostShare > usualLostShare ? 'warn' : undefined}
      >
        <FigureWords>{t.usual(format.percent(usualLostShare))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function Days({ days }: Pick<OrderLosses, 'days'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const option = buildOrderDaysOption(days, { names: t, format }, useTheme())
  return (
    <section>
      <h3 style={{ marginBlockEnd: 18 }}>{t.byDay}</h3>
      <ChartWithTable
        title={t.byDay}
        option={option}
        height={CHART_HEIGHT}
        table={<LossTable rows={days} first={t.day} label={t.byDay} nameOf={format.period} />}
      />
    </section>
  )
}

function Reasons({ reasons }: Pick<OrderLosses, 'reasons'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  return (
    <section>
      <h3>{t.reasons}</h3>
      <DataTable
        label={t.reasons}
        rows={reasons}
        rowKey={({ reason }) => reason}
        columns={[
          { key: 'reason', title: t.reason, render: (row) => nameOf(row, language) },
          {
            key: 'orders',
            title: t.orderCount,
            numeric: true,
            render: ({ orders }) => <span data-value={orders}>{format.count(orders)}</span>,
          },
        ]}
      />
    </section>
  )
}
