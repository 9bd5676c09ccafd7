import type { AnswerMerchantRequest, MerchantRequestState } from '@zhanggui/contract'
import { Form, Input, Radio } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { formStrings } from '../../admin/form-strings.ts'
import { homeStrings } from './home-strings.ts'
import { useAnswerRequest } from './use-requests.ts'

type Values = Pick<AnswerMerchantRequest, 'decision' | 'answer' | 'evidence'>
type Props = { store: string; request: MerchantRequestState; onClose: () => void }

/** The merchant's answer to one request. */
export function AnswerDialog({ store, request, onClose }: Props) {
  const t = useStrings(homeStrings)
  const words = useStrings(formStrings)
  const answer = useAnswerRequest(store)
  const submit = (values: Values) =>
    answer.mutate({ ...values, id: request.id, version: request.version }, { onSuccess: onClose })
  return (
    <DialogForm<Values>
      title={t.reply}
      open
      submitText={t.send}
      initial={{ decision: 'answered' }}
      pending={answer.isPending}
      error={answer.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{request.text}</p>
      <Form.Item name="decision" label={t.decision}>
        <Radio.Group
          options={[
            { value: 'answered', label: t.agree },
            { value: 'refused', label: t.refuse },
          ]}
        />
      </Form.Item>
      <Form.Item name="answer" label={t.answer} rules={[{ required: true, whitespace: true, message: words.required }]}>
        <Input.TextArea maxLength={4000} rows={3} autoFocus />
      </Form.Item>
      <Form.Item name="evidence" label={t.evidence} extra={t.evidenceHelp}>
        <Input maxLength={4000} />
      </Form.Item>
    </DialogForm>
  )
}
