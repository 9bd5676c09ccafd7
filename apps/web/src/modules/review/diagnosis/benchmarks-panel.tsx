import type { BenchmarkGap, BenchmarkGaps } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import link from '../../../parts/link.module.css'
import { Panel } from '../../../parts/panel.tsx'
import type { DayRange } from '../../../range/range.ts'
import { InitiativeDialog } from './initiative-dialog.tsx'
import { diagnosisStrings } from './strings.ts'
import { useBenchmarks } from './use-diagnosis.ts'

/** What others reach beside the shop's own figure; a gap becomes work here. */
export function BenchmarksPanel({ store, days }: { store: string; days: DayRange }) {
  const t = useStrings(diagnosisStrings)
  const benchmarks = useBenchmarks(store, days)
  const [open, setOpen] = useState<BenchmarkGap | null>(null)
  const resources = `/stores/${encodeURIComponent(store)}/admin/resources/benchmarks`
  return (
    <Panel<BenchmarkGaps>
      title={t.benchmarks}
      note={t.benchmarksNote}
      query={benchmarks}
      height={260}
      extra={
        <Link className={link.link} to={resources}>
          {t.manage}
        </Link>
      }
    >
      {(data) => (
        <>
          <Gaps data={data} onStart={setOpen} />
          {open && <InitiativeDialog store={store} days={days} benchmark={open} onClose={() => setOpen(null)} />}
        </>
      )}
    </Panel>
  )
}

function Gaps({ data, onStart }: { data: BenchmarkGaps; onStart: (gap: BenchmarkGap) => void }) {
  const t = useStrings(diagnosisStrings)
  const language = useLanguage()
  const format = useFormat(data.currency)
  const zh = language === 'zh'
  const figure = (row: BenchmarkGap, value: number | null) => (
    <span data-value={value ?? ''}>
      {format.short(value, row.unit)}
      {row.basis === 'growth' && value !== null ? ` ${t.growth}` : ''}
    </span>
  )
  return (
    <DataTable
      label={t.benchmarks}
      rows={data.benchmarks}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', title: t.benchmark, render: (row) => <span title={row.source}>{nameOf(row, language)}</span> },
        { key: 'target', title: t.target, numeric: true, render: (row) => figure(row, row.target) },
        { key: 'own', title: t.own, numeric: true, render: (row) => figure(row, row.own) },
        { key: 'gap', title: t.gap, numeric: true, render: (row) => <Gap row={row} format={format} /> },
        { key: 'how', title: t.how, width: 260, render: (row) => (zh ? row.mechanismZh : row.mechanismEn) },
        { key: 'copy', title: t.copy, width: 260, render: (row) => (zh ? row.actionZh : row.actionEn) },
        { key: 'start', title: '', render: (row) => <Start row={row} onStart={onStart} /> },
      ]}
    />
  )
}

const Gap = ({ row, format }: { row: BenchmarkGap; format: Format }) => (
  <span data-value={row.gap ?? ''} style={{ color: row.gap !== null && row.gap > 0 ? 'var(--amber)' : undefined }}>
    {row.gap !== null && row.unit === 'ratio' ? format.points(row.gap) : format.short(row.gap, row.unit)}
  </span>
)

function Start({ row, onStart }: { row: BenchmarkGap; onStart: (gap: BenchmarkGap) => void }) {
  const t = useStrings(diagnosisStrings)
  const mayWrite = usePermissions().includes('plan:write')
  if (row.initiative) return <Tag color="green">{t.made}</Tag>
  if (!mayWrite || row.gap === null || row.gap <= 0) return null
  return (
    <Button size="small" onClick={() => onStart(row)}>
      {t.start}
    </Button>
  )
}
