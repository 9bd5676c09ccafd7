import type { ResourceInfo, ResourceRow } from '@zhanggui/contract'
import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useStrings } from '../../../locale/strings.ts'
import stack from '../../../parts/stack.module.css'
import { dataToSave, keepEdits } from './form-fields.ts'
import { RecordForm, type RecordValues } from './record-form.tsx'
import { RecordSteps } from './record-steps.tsx'
import { strings } from './strings.ts'
import { type ResourceAt, useResourceRow, useUpdateResource } from './use-resources.ts'

type Props = { at: ResourceAt; resource: ResourceInfo; row: ResourceRow; onClose: () => void }

/**
 * A stored record to change. `base` is the version that the form was filled from: when somebody else was faster, the
 * reader takes the newer one as base and keeps what was typed.
 */
export function RecordEditor({ at, resource, row, onClose }: Props) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const [form] = Form.useForm<RecordValues>()
  const [base, setBase] = useState(row)
  const update = useUpdateResource(at, row.id)
  const stale = update.error instanceof ApiProblem && update.error.code === 'stale_version'
  const saved = (fresh: ResourceRow) => {
    setBase(fresh)
    form.setFieldsValue({ reason: '' })
    if (fresh.waitingApproval === undefined) return void message.success(t.saved)
    form.setFieldsValue({ data: fresh.data })
    void message.info(t.waits)
  }
  const save = ({ data, reason }: RecordValues) =>
    update.mutate(
      {
        data: dataToSave(resource, { stored: base.data, typed: data }),
        version: base.version,
        reason: reason ?? '',
      },
      { onSuccess: saved },
    )
  const rebase = (newest: ResourceRow) => {
    const typed = form.getFieldsValue().data
    form.setFieldsValue({ data: keepEdits(resource, { base: base.data, typed, newest: newest.data }) })
    setBase(newest)
    update.reset()
  }
  return (
    <div className={stack.stack}>
      <RecordSteps at={at} resource={resource} row={base} onMoved={setBase} onRemoved={onClose} />
      <RecordForm
        store={at.store}
        resource={resource}
        form={form}
        initial={base.data}
        pending={update.isPending}
        error={update.error}
        submitText={t.save}
        onSubmit={save}
        notice={stale && <StaleNotice at={at} id={row.id} onNewest={rebase} />}
      />
    </div>
  )
}

type NoticeProps = { at: ResourceAt; id: string; onNewest: (row: ResourceRow) => void }

function StaleNotice({ at, id, onNewest }: NoticeProps) {
  const t = useStrings(strings)
  const newest = useResourceRow(at, id)
  const load = async () => {
    const { data } = await newest.refetch()
    if (data) onNewest(data)
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t.stale}
      description={
        <Button loading={newest.isFetching} onClick={() => void load()}>
          {t.loadNewest}
        </Button>
      }
    />
  )
}
