import type { ProgrammeBalance } from '@zhanggui/contract'
import { App, Form, Input } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { FormMoney } from '../../form-inputs.tsx'
import { windowStrings } from '../../window-strings.ts'
import { type ProgrammeAt, useAskPayout } from '../use-programmes.ts'
import { strings } from './strings.ts'

type Values = { cents: number; proof: string }
type Props = { at: ProgrammeAt; balance: ProgrammeBalance; onClose: () => void }

/** What is owed is paid, what is due comes in; the account says which, and how much at the most. */
export function PayoutDialog({ at, balance, onClose }: Props) {
  const t = useStrings(strings)
  const { needed } = useStrings(windowStrings)
  const language = useLanguage()
  const { message } = App.useApp()
  const ask = useAskPayout(at)
  const direction = balance.cents < 0 ? ('paid' as const) : ('received' as const)
  const submit = (values: Values) =>
    ask.mutate(
      { ...values, account: balance.account, direction },
      {
        onSuccess: ({ performed }) => {
          void message.success(performed ? t.booked : t.asked)
          onClose()
        },
      },
    )
  return (
    <DialogForm<Values>
      title={`${t[direction]} · ${nameOf(balance, language)}`}
      open
      submitText={t.ask}
      initial={{ cents: Math.abs(balance.cents) }}
      pending={ask.isPending}
      error={ask.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="cents" label={t.amount} extra={t.settleHelp} rules={[{ required: true, message: needed }]}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="proof" label={t.proof} rules={[{ required: true, whitespace: true, message: needed }]}>
        <Input maxLength={500} autoFocus />
      </Form.Item>
    </DialogForm>
  )
}
