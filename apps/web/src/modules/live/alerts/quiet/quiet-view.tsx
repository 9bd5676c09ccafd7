import type { QuietTimeInfo, SilenceInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useQuietTimes, useRemoveQuietTime, useRemoveSilence, useSilences } from '../use-alerts.ts'
import { QuietDialog } from './quiet-dialog.tsx'
import { quietStrings } from './quiet-strings.ts'
import { timeText } from './time-text.ts'

/** When messages wait: every week, and for now. */
export default function QuietView() {
  return (
    <div className={stack.stack}>
      <WeeklyPanel />
      <SilencePanel />
    </div>
  )
}

function WeeklyPanel() {
  const t = useStrings(quietStrings)
  const [open, setOpen] = useState(false)
  const mayWrite = usePermissions().includes('plan:write')
  const remove = useRemoveQuietTime()
  const columns: Column<QuietTimeInfo>[] = [
    { key: 'name', title: t.name, render: ({ name }) => name },
    {
      key: 'days',
      title: t.days,
      render: ({ weekdays }) =>
        weekdays
          .toSorted()
          .map((day) => t.weekdays[day - 1])
          .join(' '),
    },
    { key: 'times', title: t.times, render: ({ from, to }) => `${timeText(from)} – ${timeText(to)}` },
    { key: 'effect', title: t.effect, render: ({ effect }) => t[effect] },
    {
      key: 'except',
      title: t.except,
      render: ({ exceptFrom }) => (exceptFrom === null || exceptFrom === 'info' ? t.nothing : t[exceptFrom]),
    },
    {
      key: 'remove',
      title: '',
      render: ({ id, name }) =>
        mayWrite && (
          <Button type="link" size="small" danger onClick={() => remove.mutate(id)} aria-label={`${t.remove} ${name}`}>
            {t.remove}
          </Button>
        ),
    },
  ]
  const button = mayWrite && <Button onClick={() => setOpen(true)}>{t.add}</Button>
  return (
    <>
      <Panel
        query={useQuietTimes()}
        height={160}
        title={t.weekly}
        note={t.weeklyNote}
        extra={button}
        isEmpty={(times) => times.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} />}
      >
        {(times) => <DataTable columns={columns} rows={times} rowKey={({ id }) => String(id)} label={t.weekly} />}
      </Panel>
      {open && <QuietDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function SilencePanel() {
  const t = useStrings(quietStrings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  const mayAct = usePermissions().includes('live:act')
  const remove = useRemoveSilence()
  const columns: Column<SilenceInfo>[] = [
    { key: 'what', title: t.what, render: ({ rule, causeKey }) => rule ?? causeKey ?? '' },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'until', title: t.until, render: ({ until }) => format.instant(until, zone) },
    { key: 'by', title: t.by, render: ({ createdByName, createdBy }) => createdByName ?? createdBy },
    {
      key: 'end',
      title: '',
      render: ({ id }) =>
        mayAct && (
          <Button type="link" size="small" onClick={() => remove.mutate(id)}>
            {t.end}
          </Button>
        ),
    },
  ]
  return (
    <Panel
      query={useSilences()}
      height={120}
      title={t.silences}
      note={t.silencesNote}
      isEmpty={(silences) => silences.length === 0}
      empty={<EmptyState title={t.noSilences} />}
    >
      {(silences) => <DataTable columns={columns} rows={silences} rowKey={({ id }) => String(id)} label={t.silences} />}
    </Panel>
  )
}
