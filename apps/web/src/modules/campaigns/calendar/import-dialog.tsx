import { InboxOutlined } from '@ant-design/icons'
import type { CalendarImport } from '@zhanggui/contract'
import { Alert, Button, Modal, Spin, Upload } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from './strings.ts'
import { useImportCalendar } from './use-calendar.ts'

const DIALOG_WIDTH = 680

/** A calendar file in; the answer says what became of each entry that could not be taken as it stands. */
export function ImportDialog({ store, onClose }: { store: string; onClose: () => void }) {
  const t = useStrings(strings)
  const send = useImportCalendar(store)
  return (
    <Modal
      open
      title={t.importTitle}
      width={DIALOG_WIDTH}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <div className={stack.stack}>
        <Spin spinning={send.isPending}>
          <Upload.Dragger
            accept=".ics,text/calendar"
            showUploadList={false}
            beforeUpload={(file) => {
              send.mutate(file)
              return false
            }}
          >
            <InboxOutlined aria-hidden />
            <p>{t.importDrop}</p>
          </Upload.Dragger>
        </Spin>
        <p>{t.importHint}</p>
        {send.isError && <Problem compact error={send.error} />}
        {send.data && <Answer result={send.data} />}
      </div>
    </Modal>
  )
}

type Trouble = CalendarImport['problems'][number]

function Answer({ result }: { result: CalendarImport }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { created, updated, unchanged, skipped, problems } = result
  const counts = [created, updated, unchanged].map(format.count) as [string, string, string]
  const columns: Column<Trouble>[] = [
    { key: 'line', title: t.line, numeric: true, render: (row) => format.count(row.line) },
    { key: 'entry', title: t.entry, render: (row) => row.summary || '–' },
    { key: 'problem', title: t.problem, render: (row) => (language === 'zh' ? row.message : row.messageEn) },
  ]
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t.importDone(...counts)}
        description={skipped > 0 ? t.importSkipped(format.count(skipped)) : undefined}
      />
      {problems.length > 0 && (
        <>
          <Alert type="warning" showIcon title={t.importProblems(format.count(problems.length))} />
          <DataTable
            label={t.problem}
            columns={columns}
            rows={problems}
            rowKey={(row) => `${row.line}:${row.code}`}
            pageSize={20}
          />
        </>
      )}
    </>
  )
}
