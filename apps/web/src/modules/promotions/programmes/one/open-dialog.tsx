import { App, Form, Input } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { type ProgrammeAt, useOpenProgramme } from '../use-programmes.ts'
import { strings } from './strings.ts'

/** Hands the programme in for a second person's word. */
export function OpenDialog({ at, onClose }: { at: ProgrammeAt; onClose: () => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const open = useOpenProgramme(at)
  const submit = ({ reason = '' }: { reason?: string }) =>
    open.mutate(reason, {
      onSuccess: ({ performed }) => {
        void message.success(performed ? t.opened : t.asked)
        onClose()
      },
    })
  return (
    <DialogForm<{ reason?: string }>
      title={t.ask}
      open
      submitText={t.ask}
      pending={open.isPending}
      error={open.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t.reason} extra={t.askHelp}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}
