import type { ProposePrice } from '@zhanggui/contract'
import { App, Form, Input } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { FormInstant, FormMoney } from '../form-inputs.tsx'
import { GoodSelect } from '../good-select.tsx'
import { useNeeded } from '../name-id-fields.tsx'
import { strings } from './strings.ts'
import { usePropose } from './use-proposals.ts'

/** A new price with its reason; the server holds it against recent deals and asks a second person. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const propose = usePropose(useStoreId())
  const submit = (values: ProposePrice) =>
    propose.mutate(values, {
      onSuccess: () => {
        void message.success(t.done)
        onClose()
      },
    })
  const needed = useNeeded()
  return (
    <DialogForm<ProposePrice>
      title={t.propose}
      open
      submitText={t.submit}
      pending={propose.isPending}
      error={propose.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="skuId" label={t.item} rules={needed}>
        <GoodSelect />
      </Form.Item>
      <Form.Item name="priceCents" label={t.newPrice} rules={needed}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="struckCents" label={t.struck} extra={t.struckHelp}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="effectiveAt" label={t.effectiveAt} rules={needed}>
        <FormInstant />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[...needed, { whitespace: true, message: t.needed }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}
