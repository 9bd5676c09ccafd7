import type { PromotionSettlement } from '@zhanggui/contract'
import { Alert, Segmented } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { strings } from './strings.ts'
import { useSettlement } from './use-orders.ts'

const HEIGHT = 240
const DAYS = [7, 30, 90] as const

/** What the shop and everybody else bore of the discounts of paid orders, less what returns reversed. */
export function SettlementView() {
  const t = useStrings(strings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const days = DAYS.find((one) => String(one) === get('days')) ?? 30
  const choose = (
    <Segmented
      aria-label={t.daysLabel}
      value={days}
      options={DAYS.map((value) => ({ value, label: t.days(format.count(value)) }))}
      onChange={(next) => set({ days: String(next) }, { replace: true })}
    />
  )
  return (
    <Panel<PromotionSettlement>
      title={t.settlement}
      extra={choose}
      query={useSettlement(useStoreId(), days)}
      height={HEIGHT}
      isEmpty={({ bearers }) => bearers.length === 0}
      empty={<EmptyState title={t.noSettlement} text={t.noSettlementText} />}
    >
      {(settlement) => (
        <>
          {settlement.isCut && <Alert type="warning" showIcon message={t.isCut} />}
          <Bearers settlement={settlement} />
        </>
      )}
    </Panel>
  )
}

type Bearer = PromotionSettlement['bearers'][number]
type Rule = Bearer['byRule'][number] & Pick<Bearer, 'payer'>

function Bearers({ settlement: { bearers } }: { settlement: PromotionSettlement }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const nameOf = (payer: Bearer['payer']) => (payer === 'shop' ? t.shopPays : t[payer])
  const columns: Column<Bearer>[] = [
    { key: 'bearer', title: t.bearer, render: ({ payer }) => nameOf(payer) },
    { key: 'given', title: t.given, numeric: true, render: ({ givenCents }) => money(givenCents) },
    { key: 'reversed', title: t.reversed, numeric: true, render: ({ reversedCents }) => money(reversedCents) },
    { key: 'owed', title: t.owed, numeric: true, render: ({ owedCents }) => money(owedCents) },
  ]
  const ruleColumns: Column<Rule>[] = [
    { key: 'bearer', title: t.bearer, render: ({ payer }) => nameOf(payer) },
    { key: 'rule', title: t.rule, render: ({ name }) => name },
    { key: 'orders', title: t.ordersOf, numeric: true, render: ({ orders }) => format.count(orders) },
    { key: 'given', title: t.given, numeric: true, render: ({ cents }) => money(cents) },
  ]
  const rules = bearers.flatMap(({ payer, byRule }) => byRule.map((rule) => ({ ...rule, payer })))
  return (
    <>
      <DataTable columns={columns} rows={bearers} rowKey={({ payer }) => payer} label={t.settlement} />
      <DataTable
        columns={ruleColumns}
        rows={rules}
        rowKey={({ payer, ruleId }) => `${payer} ${ruleId}`}
        label={t.byRule}
      />
    </>
  )
}
