import { InboxOutlined } from '@ant-design/icons'
import type { ResourceImportResult, ResourceInfo } from '@zhanggui/contract'
import { Alert, Button, Modal, Spin, Upload } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { readListQuestion } from './list-question.ts'
import { strings } from './strings.ts'
import { exportPath, type ResourceAt, useImportResource } from './use-resources.ts'

const DIALOG_WIDTH = 720
const ACCEPTED = '.csv,.xlsx'

type Props = { at: ResourceAt; resource: ResourceInfo; onClose: () => void }

/** Many records at once from a table; the answer says what was made of them, or which values to correct. */
export function ResourceImport({ at, resource, onClose }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const send = useImportResource(at)
  const everything = readListQuestion(resource, () => null)
  return (
    <Modal
      open
      title={t.importTitle(nameOf(resource, language))}
      width={DIALOG_WIDTH}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <div className={stack.stack}>
        <Spin spinning={send.isPending}>
          <Upload.Dragger
            accept={ACCEPTED}
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
        <p>
          <Button href={exportPath(at, everything, 'xlsx')} download>
            {t.template}
          </Button>
        </p>
        {send.isError && <Problem compact error={send.error} />}
        {send.data && <ImportAnswer resource={resource} result={send.data} />}
      </div>
    </Modal>
  )
}

function ImportAnswer({ resource, result }: { resource: ResourceInfo; result: ResourceImportResult }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (result.rejected.length > 0) {
    return (
      <>
        <Alert type="error" showIcon title={t.importFailed(format.count(result.rejected.length))} />
        <RejectedValues resource={resource} rejected={result.rejected} />
      </>
    )
  }
  if (result.waitingApproval !== undefined) return <Alert type="info" showIcon title={t.waits} />
  const [created, updated, unchanged] = [result.created, result.updated, result.unchanged].map(format.count)
  return <Alert type="success" showIcon title={t.importDone(created ?? '', updated ?? '', unchanged ?? '')} />
}

type Rejected = ResourceImportResult['rejected'][number]

function RejectedValues({ resource, rejected }: { resource: ResourceInfo; rejected: readonly Rejected[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const fieldName = (id: string) => {
    const field = resource.fields.find((known) => known.id === id)
    return field ? nameOf(field, language) : id
  }
  const columns: Column<Rejected>[] = [
    { key: 'line', title: t.line, numeric: true, render: (row) => format.count(row.line) },
    { key: 'field', title: t.field, render: (row) => fieldName(row.field) },
    { key: 'value', title: t.value, render: (row) => row.value },
    { key: 'problem', title: t.problem, render: (row) => (language === 'zh' ? row.message : row.messageEn) },
  ]
  return (
    <DataTable
      label={t.problem}
      columns={columns}
      rows={rejected}
      rowKey={(row) => `${row.line}:${row.field}`}
      pageSize={20}
    />
  )
}
