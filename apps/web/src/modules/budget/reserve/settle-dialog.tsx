import type { ReserveView } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { amountFromText } from '../tree/amount-text.ts'
import { reserveStrings } from './reserve-strings.ts'
import { useSettleRelease } from './use-reserve.ts'

type Props = {
  at: PlanAt
  release: ReserveView['releases'][number]
  what: 'restore' | 'report'
  onClose: () => void
}
type Values = { amount?: string; report?: string }

/** Money of a release comes back, or somebody says what the rest was used for. */
export function SettleDialog({ at, release, what, onClose }: Props) {
  const t = useStrings(reserveStrings)
  const settle = useSettleRelease(at)
  const [id] = useState(() => crypto.randomUUID())
  const submit = ({ amount = '', report = '' }: Values) =>
    settle.mutate(
      what === 'report'
        ? { release: release.id, report }
        : { release: release.id, id, amountCents: amountFromText(amount) ?? 0 },
      { onSuccess: onClose },
    )
  return (
    <DialogForm<Values>
      title={what === 'report' ? t.report : t.giveBack}
      open
      submitText={t.save}
      pending={settle.isPending}
      error={settle.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {what === 'report' ? (
        <Form.Item name="report" label={t.reportText} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
      ) : (
        <Form.Item name="amount" label={t.amount} rules={[{ required: true }]}>
          <Input inputMode="decimal" />
        </Form.Item>
      )}
    </DialogForm>
  )
}
