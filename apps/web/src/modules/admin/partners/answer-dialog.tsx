import type { AnswerMiss } from '@zhanggui/contract'
import { Form, Input } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../dialog-form.tsx'
import type { Miss } from './misses.tsx'
import { strings } from './strings.ts'
import { useAnswerMiss } from './use-partners.ts'

type Values = Pick<AnswerMiss, 'cause' | 'remedy' | 'remedyDay'>

/** Why a level was missed and by when what is done about it. */
export function AnswerDialog({ miss: { level, period }, onClose }: { miss: Miss; onClose: () => void }) {
  const t = useStrings(strings)
  const send = useAnswerMiss(useStoreId())
  const rules = [{ required: true, message: t.needed }]
  return (
    <DialogForm<Values>
      title={t.answer}
      open
      submitText={t.send}
      {...(period.answer ? { initial: period.answer } : {})}
      pending={send.isPending}
      error={send.error}
      onSubmit={({ cause, remedy, remedyDay }) =>
        send.mutate({ level: level.id, period: period.from, cause, remedy, remedyDay }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Form.Item name="cause" label={t.cause} rules={rules}>
        <Input.TextArea rows={2} maxLength={500} autoFocus />
      </Form.Item>
      <Form.Item name="remedy" label={t.remedy} rules={rules}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="remedyDay" label={t.remedyDay} rules={rules}>
        <DayInput />
      </Form.Item>
    </DialogForm>
  )
}
