import { App, Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { useStopPromotion } from '../use-promotions.ts'
import type { PromotionProps } from './designer.tsx'
import { strings } from './strings.ts'

/** The kill switch: a reason, one press, and no further price is made with it. */
export function StopDialog({ at, onClose }: Pick<PromotionProps, 'at'> & { onClose: () => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const stop = useStopPromotion(at)
  const submit = ({ reason }: { reason: string }) =>
    stop.mutate(reason, {
      onSuccess: () => {
        void message.success(t.stopDone)
        onClose()
      },
    })
  return (
    <DialogForm<{ reason: string }>
      title={t.stop}
      open
      submitText={t.stop}
      pending={stop.isPending}
      error={stop.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t.stopReason} extra={t.stopHelp} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
