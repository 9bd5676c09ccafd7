import type { CampaignSummary } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { CampaignState } from '../campaign-state.tsx'
import { daysUntil } from '../days-until.ts'
import { NextWords } from '../next-words.tsx'
import styles from './campaign-table.module.css'
import { strings } from './strings.ts'

/** One row a campaign: where it stands, when the next step comes, whether it is ready for it. */
export function CampaignTable({ campaigns, today }: { campaigns: readonly CampaignSummary[]; today: string }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const format = useFormat()
  const columns: Column<CampaignSummary>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, name, mainDay }) => (
        <span className={styles.name}>
          <Link to={`/stores/${store}/campaigns/${id}`}>{name}</Link>
          <span className={styles.note}>{format.longDay(mainDay)}</span>
        </span>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <CampaignState state={state} /> },
    {
      key: 'next',
      title: t.next,
      render: (campaign) => <NextWords next={campaign.next} today={today} />,
      sort: (a, b) => daysUntil(a.next?.dueAt ?? null, today) - daysUntil(b.next?.dueAt ?? null, today),
    },
    { key: 'readiness', title: t.readiness, render: ({ next }) => <Readiness next={next} /> },
    {
      key: 'tasks',
      title: t.tasks,
      numeric: true,
      render: ({ tasks }) => (
        <span className={styles.tasks}>
          {t.done(format.count(tasks.done), format.count(tasks.all))}
          {tasks.overdue > 0 && <span className={styles.late}>{t.overdue(format.count(tasks.overdue))}</span>}
        </span>
      ),
      sort: (a, b) => a.tasks.overdue - b.tasks.overdue,
    },
    {
      key: 'target',
      title: t.target,
      numeric: true,
      render: ({ targetCents }) => (
        <span data-value={targetCents ?? ''} title={format.exact(targetCents, 'money')}>
          {format.short(targetCents, 'money')}
        </span>
      ),
      sort: (a, b) => (a.targetCents ?? 0) - (b.targetCents ?? 0),
    },
  ]
  return <DataTable columns={columns} rows={campaigns} rowKey={({ id }) => id} label={t.list} />
}

function Readiness({ next }: Pick<CampaignSummary, 'next'>) {
  const t = useStrings(strings)
  const format = useFormat()
  if (!next) return <span className={styles.note}>{t.over}</span>
  const { green, red } = next
  if (green + red === 0) return <span className={styles.note}>{t.nothingAsked}</span>
  return (
    <span className={styles.ready}>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${(green / (green + red)) * 100}%` }} />
      </span>
      <span className={red > 0 ? styles.late : styles.fine}>{red > 0 ? t.red(format.count(red)) : t.green}</span>
    </span>
  )
}
