import { Form, Input, Switch } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { formStrings } from '../../../admin/form-strings.ts'
import { viewStrings } from './strings.ts'

const NAME_LENGTH_MAX = 60

export type Named = { name: string; shared: boolean }

type Props = {
  title: string
  initial: Named
  pending: boolean
  error: unknown
  onSubmit: (named: Named) => void
  onClose: () => void
}

/** What a view is called and who may open it. */
export function ViewDialog({ title, initial, pending, error, onSubmit, onClose }: Props) {
  const t = useStrings(viewStrings)
  const words = useStrings(formStrings)
  return (
    <DialogForm<Named>
      title={title}
      open
      submitText={t.save}
      initial={initial}
      pending={pending}
      error={error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input maxLength={NAME_LENGTH_MAX} placeholder={t.nameHint} autoFocus />
      </Form.Item>
      <Form.Item name="shared" label={t.shared} valuePropName="checked" extra={t.sharedHelp}>
        <Switch />
      </Form.Item>
    </DialogForm>
  )
}
