import type { ReportLibrary } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from '../reports/strings.ts'
import { useReportSchedules } from '../reports/use-reports.ts'
import { clockText } from './clock-text.ts'
import styles from './report-table.module.css'

type Kind = ReportLibrary['kinds'][number]
type Props = { kinds: readonly Kind[]; onSchedule: (kind: Kind) => void }

const PERIODS_SHOWN = 4

/** One row a kind: what it answers, its latest periods, whether it sends itself. */
export function ReportTable({ kinds, onSchedule }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const mayManage = usePermissions().includes('store:manage')
  const schedules = new Map(useReportSchedules().data?.schedules.map((one) => [one.report, one]))
  const columns: Column<Kind>[] = [
    {
      key: 'name',
      title: t.name,
      render: (kind) => (
        <span className={styles.name}>
          <strong>{nameOf(kind, language)}</strong>
          <span className={styles.lead}>{language === 'zh' ? kind.leadZh : kind.leadEn}</span>
        </span>
      ),
    },
    { key: 'periods', title: t.periods, render: (kind) => <Periods kind={kind} /> },
    {
      key: 'delivery',
      title: t.delivery,
      render: (kind) => {
        const schedule = schedules.get(kind.id)
        return (
          <span className={styles.delivery}>
            {schedule?.enabled ? t.deliverySet(clockText(schedule.minuteOfDay)) : t.deliveryOff}
            {mayManage && (
              <Button size="small" type="link" onClick={() => onSchedule(kind)}>
                {t.setUp}
              </Button>
            )}
          </span>
        )
      },
    },
  ]
  return <DataTable label={t.list} rows={kinds} rowKey={({ id }) => id} columns={columns} />
}

function Periods({ kind }: { kind: Kind }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  if (kind.periods.length === 0) return <span className={styles.lead}>–</span>
  return (
    <ul className={styles.periods}>
      {kind.periods.slice(0, PERIODS_SHOWN).map((period) => (
        <li key={period.key}>
          <Link to={`/stores/${store}/review/reports/${kind.id}/${encodeURIComponent(period.key)}`}>
            {nameOf(period, language)}
          </Link>
          {period.standing !== 'past' && <span className={styles[period.standing]}>{t[period.standing]}</span>}
        </li>
      ))}
    </ul>
  )
}
