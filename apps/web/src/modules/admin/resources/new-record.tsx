import type { ResourceInfo, ResourceRow } from '@zhanggui/contract'
import { App, Form } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { dataToSave } from './form-fields.ts'
import { RecordForm, type RecordValues } from './record-form.tsx'
import { strings } from './strings.ts'
import { type ResourceAt, useCreateResource } from './use-resources.ts'

type Props = {
  at: ResourceAt
  resource: ResourceInfo
  /** What the place where it is made already knows, such as the day that was clicked. */
  initial?: Readonly<Record<string, unknown>>
  onDone: () => void
}

export function NewRecord({ at, resource, initial = {}, onDone }: Props) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const [form] = Form.useForm<RecordValues>()
  const create = useCreateResource(at)
  const done = ({ waitingApproval }: ResourceRow) => {
    if (waitingApproval === undefined) void message.success(t.created)
    else void message.info(t.waits)
    onDone()
  }
  return (
    <RecordForm
      store={at.store}
      resource={resource}
      form={form}
      initial={initial}
      pending={create.isPending}
      error={create.error}
      submitText={t.create}
      onSubmit={({ data, reason }) =>
        create.mutate(
          { data: dataToSave(resource, { stored: {}, typed: data }), reason: reason ?? '' },
          { onSuccess: done },
        )
      }
    />
  )
}
