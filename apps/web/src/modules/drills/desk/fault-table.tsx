import type { DrillFault, DrillReport } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import cards from '../cards.module.css'
import styles from './drills.module.css'
import { reportStrings } from './report-strings.ts'

function Against({ minutes, goal }: { minutes: number | null; goal: number }) {
  const t = useStrings(reportStrings)
  const format = useFormat()
  const late = minutes === null || minutes > goal
  return (
    <span className={late ? styles.bad : undefined}>
      {minutes === null ? '–' : t.minutes(format.count(minutes))}{' '}
      <span className={cards.faint}>{t.ofGoal(format.count(goal))}</span>
    </span>
  )
}

/** Every fault with its times against the goals, its clocks, its people and its losses. */
export function FaultTable({ report }: { report: DrillReport }) {
  const t = useStrings(reportStrings)
  const zh = useLanguage() === 'zh'
  const format = useFormat()
  const columns: Column<DrillFault>[] = [
    { key: 'name', title: t.fault, width: 180, render: ({ nameZh, nameEn }) => (zh ? nameZh : nameEn) },
    { key: 'score', title: t.scoreLabel, numeric: true, render: ({ score }) => format.count(score) },
    {
      key: 'detect',
      title: t.detect,
      render: (f) => <Against minutes={f.times.detect} goal={f.goals.detectMinutes} />,
    },
    { key: 'start', title: t.begin, render: (f) => <Against minutes={f.times.start} goal={f.goals.startMinutes} /> },
    {
      key: 'restore',
      title: t.restore,
      render: (f) => <Against minutes={f.times.restore} goal={f.goals.restoreMinutes} />,
    },
    {
      key: 'clocks',
      title: t.clocks,
      render: ({ clocks }) =>
        t.clocksKept(format.count(clocks.filter(({ late }) => !late).length), format.count(clocks.length)),
    },
    { key: 'told', title: t.told, render: ({ told, affected }) => `${format.count(told)}/${format.count(affected)}` },
    {
      key: 'without',
      title: t.lossWithout,
      numeric: true,
      render: ({ lossWithout }) => format.short(lossWithout.totalCents, 'money'),
    },
    { key: 'loss', title: t.loss, numeric: true, render: ({ loss }) => format.short(loss.totalCents, 'money') },
  ]
  return <DataTable label={t.fault} columns={columns} rows={report.faults} rowKey={({ kind }) => kind} />
}
