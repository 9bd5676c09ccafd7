import type { RebateCard, RebateCards } from '@zhanggui/contract'
import { Pagination } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { strings } from './strings.ts'
import { ORDERS_A_PAGE, useCards } from './use-orders.ts'

const HEIGHT = 240

/** What is owed to buyers as cards, and when each is issued. */
export function CardsView() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const page = Math.max(1, Number(get('page')) || 1)
  return (
    <Panel<RebateCards>
      title={t.cards}
      note={t.cardsNote}
      query={useCards(useStoreId(), (page - 1) * ORDERS_A_PAGE)}
      height={HEIGHT}
      isEmpty={({ total }) => total === 0}
      empty={<EmptyState title={t.noCards} text={t.noCardsText} />}
    >
      {(answer) => (
        <>
          <Sums answer={answer} />
          <Cards cards={answer.cards} />
          <Pagination
            align="end"
            hideOnSinglePage
            showSizeChanger={false}
            pageSize={ORDERS_A_PAGE}
            current={page}
            total={answer.total}
            onChange={(next) => set({ page: String(next) })}
          />
        </>
      )}
    </Panel>
  )
}

function Sums({ answer }: { answer: RebateCards }) {
  const t = useStrings(strings)
  const format = useFormat()
  const sums = [
    ['liability', answer.liabilityCents],
    ['issued', answer.issuedCents],
    ['revoked', answer.revokedCents],
    ['owedBack', answer.owedBackCents],
  ] as const
  return (
    <FigureStrip label={t.cards}>
      {sums.map(([name, cents]) => (
        <FigureTile key={name} label={t[name]} value={format.exact(cents, 'money')} exact={cents} />
      ))}
    </FigureStrip>
  )
}

function Cards({ cards }: { cards: readonly RebateCard[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const day = (value: string | null) => (value === null ? '–' : format.longDay(value))
  const columns: Column<RebateCard>[] = [
    { key: 'order', title: t.order, render: ({ orderId }) => orderId },
    { key: 'rule', title: t.rule, render: ({ ruleId }) => ruleId },
    { key: 'state', title: t.state, render: ({ state }) => t[state] },
    {
      key: 'earned',
      title: t.earned,
      numeric: true,
      render: ({ earnedCents, revokedCents }) => format.exact(earnedCents - revokedCents, 'money'),
    },
    { key: 'received', title: t.received, render: ({ receivedDay }) => day(receivedDay) },
    { key: 'issueOn', title: t.issueOn, render: ({ issueDay }) => day(issueDay) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={cards}
      rowKey={({ orderId, ruleId }) => `${orderId} ${ruleId}`}
      label={t.cards}
      pageSize={ORDERS_A_PAGE}
    />
  )
}
