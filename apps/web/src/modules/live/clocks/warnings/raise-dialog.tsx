import { MERCHANT_WARNING_KINDS, type RaiseMerchantWarning } from '@zhanggui/contract'
import { App, Form, Input, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useRaiseWarning } from '../use-clocks.ts'
import { warningStrings } from './warning-strings.ts'

/** A warning that the platform gave; its time runs from now. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(warningStrings)
  const { message } = App.useApp()
  const raise = useRaiseWarning()
  const submit = (warning: RaiseMerchantWarning) =>
    raise.mutate(warning, {
      onSuccess: () => {
        void message.success(t.raised)
        onClose()
      },
    })
  return (
    <DialogForm<RaiseMerchantWarning>
      title={t.raise}
      open
      submitText={t.raise}
      initial={{ kind: 'orderSurge' }}
      pending={raise.isPending}
      error={raise.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t.kind} rules={[{ required: true }]}>
        <Select options={MERCHANT_WARNING_KINDS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t.evidence}
        extra={t.evidenceHelp}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
    </DialogForm>
  )
}
