import { DownloadOutlined } from '@ant-design/icons'
import type { ImportJob, RejectedRow } from '@zhanggui/contract'
import { Button } from 'antd'
import { NO_VALUE } from '../../../format/signs.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { importPaths } from './import-paths.ts'
import { jobStrings } from './job-strings.ts'
import styles from './rejected-rows.module.css'
import { resultStrings } from './result-strings.ts'
import { useRejectedRows } from './use-import-jobs.ts'

const LIST_HEIGHT = 120

/** The rows that were not written, each with its reason; the whole list is one download away. */
export function RejectedRows({ store, job }: { store: string; job: ImportJob }) {
  const t = useStrings(resultStrings)
  const format = useFormat()
  const rows = useRejectedRows(store, job)
  if (job.rejected === 0) return null
  return (
    <Panel<RejectedRow[]>
      title={t.rejectedRows}
      note={rows.data && t.rejectedRowsShown(format.count(rows.data.length), format.count(job.rejected))}
      extra={
        job.quarantine !== null && (
          <Button icon={<DownloadOutlined aria-hidden />} href={importPaths.quarantine(store, job.id)} download>
            {t.downloadQuarantine}
          </Button>
        )
      }
      query={rows}
      height={LIST_HEIGHT}
    >
      {(found) => <RejectedTable rows={found} />}
    </Panel>
  )
}

function RejectedTable({ rows }: { rows: readonly RejectedRow[] }) {
  const t = useStrings(resultStrings)
  const words = useStrings(jobStrings)
  const language = useLanguage()
  const format = useFormat()
  const columns: Column<RejectedRow>[] = [
    { key: 'line', title: t.line, numeric: true, render: (row) => format.count(row.line) },
    { key: 'column', title: t.rejectedColumn, render: (row) => row.column || NO_VALUE },
    {
      key: 'value',
      title: t.value,
      render: (row) => <code className={styles.value}>{row.value || t.emptyValue}</code>,
    },
    {
      key: 'reason',
      title: t.reason,
      render: (row) => <span className={styles.reason}>{language === 'zh' ? row.reason : row.reasonEn}</span>,
    },
    { key: 'file', title: words.file, render: (row) => row.file },
  ]
  return (
    <DataTable
      label={t.rejectedRows}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.file}:${row.line}:${row.column}:${row.code}`}
      pageSize={20}
    />
  )
}
