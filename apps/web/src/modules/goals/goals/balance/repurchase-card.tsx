import type { RepurchaseGoals } from '@zhanggui/contract'
import { Alert, Segmented } from 'antd'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { ChangeMark } from '../../../../parts/change-mark.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import tag from '../status-tag.module.css'
import styles from './balance.module.css'
import { balanceStrings } from './strings.ts'
import { useRepurchase } from './use-balance.ts'

const WINDOWS = [30, 90, 180, 365]
type Row = RepurchaseGoals['groups'][number]

/** Who comes back: members, loyal members and others, against last year, with a window that is over for everybody counted. */
export default function RepurchaseCard({ at, view }: GoalsProps) {
  const t = useStrings(balanceStrings)
  const { get, set } = useSearchState()
  const windowDays = WINDOWS.find((days) => String(days) === get('window')) ?? 90
  const repurchase = useRepurchase(at, windowDays)
  const windows = (
    <Segmented<number>
      aria-label={t.window}
      value={windowDays}
      onChange={(days) => set({ window: String(days) }, { replace: true })}
      options={WINDOWS.map((value) => ({ value, label: t.days(String(value)) }))}
    />
  )
  return (
    <Card title={t.repurchase} note={t.repurchaseNote} extra={windows}>
      <PanelBody<RepurchaseGoals> query={repurchase} height={320}>
        {(data) => (
          <>
            <Verdict data={data} />
            <GroupTable data={data} currency={view.currency} />
          </>
        )}
      </PanelBody>
    </Card>
  )
}

function Verdict({ data }: { data: RepurchaseGoals }) {
  const t = useStrings(balanceStrings)
  const language = useLanguage()
  const format = useFormat()
  const tone = (met: boolean | null): string => (met === null ? '' : ((met ? tag.achieved : tag.behind) ?? ''))
  const checks = [
    { key: 'member', label: t.memberAbove, met: data.memberAboveNonMember },
    { key: 'loyal', label: t.loyalAbove, met: data.loyalAboveNonMember },
  ]
  return (
    <>
      {data.warnings.map((w) => (
        <Alert key={w.code} type="warning" showIcon title={language === 'zh' ? w.messageZh : w.messageEn} />
      ))}
      <p className={`${styles.answer} ${styles.checks}`}>
        {checks.map(({ key, label, met }) => (
          <span key={key} className={`${tag.tag} ${tone(met)}`} data-met={String(met)}>
            {label} {met === null ? t.unknown : met ? t.yes : t.no}
          </span>
        ))}
        {t.countedFrom(format.dayRange(data.range), format.dayRange(data.before))}
      </p>
    </>
  )
}

function GroupTable({ data, currency }: { data: RepurchaseGoals; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const rate = (value: number | null) => (value === null ? '–' : format.percent(value))
  return (
    <DataTable<Row>
      label={t.repurchase}
      rows={data.groups}
      rowKey={(g) => g.group}
      columns={[
        { key: 'group', title: t.group, render: (g) => t[g.group] },
        { key: 'rate', title: t.rate, numeric: true, render: (g) => <b data-value={g.rate ?? ''}>{rate(g.rate)}</b> },
        { key: 'before', title: t.lastYear, numeric: true, render: (g) => rate(g.rateBefore) },
        {
          key: 'change',
          title: t.change,
          numeric: true,
          render: (g) => <ChangeMark change={g.change === null ? null : { amount: g.change, kind: 'points' }} />,
        },
        {
          key: 'buyers',
          title: t.buyers,
          numeric: true,
          render: (g) => <FigureCell value={g.buyers} unit="count" format={format} />,
        },
        { key: 'share', title: t.paidShare, numeric: true, render: (g) => rate(g.paidShare) },
        {
          key: 'aov',
          title: t.aovName,
          numeric: true,
          render: (g) => <FigureCell value={g.aovCents} unit="money" format={format} />,
        },
      ]}
    />
  )
}
