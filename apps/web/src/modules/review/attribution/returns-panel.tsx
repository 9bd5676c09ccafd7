import type { AttributionModel, MarketingReturns, ReturnsRow } from '@zhanggui/contract'
import { Alert, Select } from 'antd'
import { Link } from 'react-router'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { Panel } from '../../../parts/panel.tsx'
import { MODELS, readModel } from './models.ts'
import styles from './returns-panel.module.css'
import { attributionStrings } from './strings.ts'
import { type AttributionAsked, useReturns } from './use-attribution.ts'

type Words = typeof attributionStrings.zh
type Props = { store: string; asked: AttributionAsked; onModel: (model: AttributionModel) => void }

/** What each kind of money cost and brought, by tools, by the model and by tests, and where the same money would bring more. */
export function ReturnsPanel({ store, asked, onModel }: Props) {
  const t = useStrings(attributionStrings)
  const returns = useReturns(store, asked, true)
  const model = readModel(asked.model)
  return (
    <Panel<MarketingReturns>
      title={t.returns}
      note={t.returnsNote(t[model])}
      query={returns}
      height={130}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<EmptyState title={t.noReturns} text={t.noReturnsText} />}
      extra={
        <Select
          aria-label={t.models}
          value={model}
          onChange={onModel}
          popupMatchSelectWidth={false}
          options={MODELS.map((value) => ({ value, label: t[value] }))}
        />
      }
    >
      {(data) => <Returns data={data} store={store} />}
    </Panel>
  )
}

function Returns({ data, store }: { data: MarketingReturns; store: string }) {
  const t = useStrings(attributionStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const money = (cents: number): string => format.exact(cents, 'money')
  const tools = data.unposted.map(({ tool, spendCents }) => `${tool} ${money(spendCents)}`).join('、')
  return (
    <div className={styles.returns}>
      {tools !== '' && <Alert type="warning" showIcon title={t.unposted(tools)} />}
      <DataTable
        label={t.returns}
        rows={data.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', title: t.channel, render: (row) => nameOf(row, language) },
          { key: 'type', title: t.costType, render: (row) => t[row.costType] },
          ...moneyColumns(t, format),
          { key: 'proposed', title: t.proposed, numeric: true, render: (row) => proposal(row, t, money) },
        ]}
      />
      <div className={styles.foot}>
        <span>{t.ledger(money(data.totals.postedCents), money(data.ledgerCents))}</span>
        <Link className={link.link} to={`/stores/${encodeURIComponent(store)}/admin/resources/channelTests`}>
          {t.addTest}
        </Link>
      </div>
    </div>
  )
}

function moneyColumns(t: Words, format: Format): Column<ReturnsRow>[] {
  const money = (key: string, title: string, pick: (row: ReturnsRow) => number | null): Column<ReturnsRow> => ({
    key,
    title,
    numeric: true,
    render: (row) => (
      <span title={format.exact(pick(row), 'money')} data-value={pick(row) ?? ''}>
        {format.short(pick(row), 'money')}
      </span>
    ),
  })
  const multiple = (key: string, title: string, pick: (row: ReturnsRow) => number | null): Column<ReturnsRow> => ({
    key,
    title,
    numeric: true,
    render: (row) => format.short(pick(row), 'multiple'),
  })
  return [
    money('cost', t.cost, (r) => r.costCents),
    money('posted', t.posted, (r) => r.postedCents),
    money('measured', t.measured, (r) => r.measuredCents),
    money('claimed', t.claimed, (r) => r.claimedCents),
    money('attributed', t.attributed, (r) => r.attributedCents),
    multiple('roi', t.roi, (r) => r.attributedRoi),
    money('incremental', t.incremental, (r) => r.incremental?.paidCents ?? null),
    multiple('incrementalRoi', t.incrementalRoi, (r) => r.incremental?.roi ?? null),
  ]
}

const proposal = (row: ReturnsRow, t: Words, money: (cents: number) => string) => (
  <span title={money(row.proposedCents)} data-value={row.proposedCents}>
    {row.reason === 'raise' || row.reason === 'lower'
      ? `${money(row.proposedCents)}（${t[row.reason]}）`
      : t[row.reason]}
  </span>
)
