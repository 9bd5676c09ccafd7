import { Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { formStrings } from '../../admin/form-strings.ts'

const LENGTH_MAX = 300

type Props = {
  title: string
  label: string
  help: string
  required?: boolean
  mutation: { isPending: boolean; error: unknown }
  onSubmit: (note: string) => void
  onClose: () => void
}

/** Asks for one line: why, or what for. */
export function NoteDialog({ title, label, help, required = false, mutation, onSubmit, onClose }: Props) {
  const words = useStrings(formStrings)
  const rules = required ? [{ required: true, whitespace: true, message: words.required }] : []
  return (
    <DialogForm<{ note?: string }>
      title={title}
      open
      submitText={title}
      pending={mutation.isPending}
      error={mutation.error}
      onClose={onClose}
      onSubmit={({ note = '' }) => onSubmit(note)}
    >
      <Form.Item name="note" label={label} rules={rules} extra={help}>
        <Input.TextArea maxLength={LENGTH_MAX} rows={3} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
