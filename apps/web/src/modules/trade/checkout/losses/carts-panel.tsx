import type { CartLossReport, PaymentLosses } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { strings } from './strings.ts'
import type { usePaymentLosses } from './use-payment-losses.ts'

const HEIGHT = 300

/** What became of the items in the cart, and what those did who did not buy them. */
export function CartsPanel({ query }: { query: ReturnType<typeof usePaymentLosses> }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { data } = query
  const note = data?.carts && t.cartsNote(format.shortRange(data), format.count(data.carts.withinHours))
  return (
    <Panel<PaymentLosses>
      title={t.carts}
      {...(note ? { note } : {})}
      query={query}
      height={HEIGHT}
      isEmpty={({ carts }) => carts === null}
      empty={<EmptyState title={t.noCarts} text={t.noCartsText} />}
    >
      {({ carts, usualLostShare }) => carts && <Carts carts={carts} usualLostShare={usualLostShare} />}
    </Panel>
  )
}

function Carts({ carts, usualLostShare }: { carts: CartLossReport; usualLostShare: number }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { carted, bought, open, lost, lostShare, people, peopleBought, within, reasons } = carts
  const soon = within.map(({ hours, carts: n }) => t.soon(format.count(hours), format.count(n))).join(' · ')
  return (
    <div className={stack.stack}>
      <FigureStrip label={t.carts}>
        <FigureTile label={t.carted} value={format.count(carted)} exact={carted}>
          <FigureWords>{t.cartedText(format.count(people), format.count(peopleBought))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.bought} value={format.count(bought)} exact={bought}>
          <FigureWords>{soon}</FigureWords>
        </FigureTile>
        <FigureTile
          label={t.lostShare}
          value={lostShare === null ? '–' : format.percent(lostShare)}
          exact={lostShare}
          tone={lostShare !== null && lostShare > usualLostShare ? 'warn' : undefined}
        >
          <FigureWords>{t.lostText(format.count(lost))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.open} value={format.count(open)} exact={open} />
      </FigureStrip>
      {lost > 0 && <Reasons reasons={reasons} lost={lost} />}
    </div>
  )
}

function Reasons({ reasons, lost }: Pick<CartLossReport, 'reasons' | 'lost'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<CartLossReport['reasons'][number]>[] = [
    { key: 'reason', title: t.why, render: ({ reason }) => t[reason] },
    {
      key: 'carts',
      title: t.carts2,
      numeric: true,
      render: ({ carts }) => <span data-value={carts}>{format.count(carts)}</span>,
    },
    { key: 'share', title: t.share, numeric: true, render: ({ carts }) => format.percent(carts / lost) },
  ]
  return <DataTable columns={columns} rows={reasons} rowKey={({ reason }) => reason} label={t.why} />
}
