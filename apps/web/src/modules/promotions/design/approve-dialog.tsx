import { App, Form, Input } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { useApprovePromotion } from '../use-promotions.ts'
import type { PromotionProps } from './designer.tsx'
import { strings } from './strings.ts'

/** Hands the newest version in; what stands in the way is said in the dialog. */
export function ApproveDialog({ at, promotion, onClose }: PromotionProps & { onClose: () => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const approve = useApprovePromotion(at)
  const submit = ({ reason = '' }: { reason?: string }) =>
    approve.mutate(
      { version: promotion.version, reason },
      {
        onSuccess: ({ performed }) => {
          void message.success(performed ? t.approved : t.asked)
          onClose()
        },
      },
    )
  return (
    <DialogForm<{ reason?: string }>
      title={t.approve}
      open
      submitText={t.approve}
      pending={approve.isPending}
      error={approve.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t.reason} extra={t.approveHelp}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}
