import type { AskRelease, ReserveView } from '@zhanggui/contract'
import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import type { BudgetProps } from '../budget-home.tsx'
import { postableLines } from '../ledger/entry-of.ts'
import { amountFromText } from '../tree/amount-text.ts'
import { reserveStrings } from './reserve-strings.ts'
import { useAskRelease } from './use-reserve.ts'

const TRIGGERS: readonly NonNullable<AskRelease['trigger']>[] = [
  'trafficShortfall',
  'competitorPriceWar',
  'stockProblem',
  'serviceIncident',
  'unexpectedDemand',
  'costInflation',
  'other',
]

type Values = { toLineId: string; amount: string; trigger: NonNullable<AskRelease['trigger']>; evidence: string }

/** Asking for money of the reserve: trigger, what was seen, amount. Another person decides. */
export function ReleaseDialog({
  at,
  plan,
  reserve,
  onClose,
}: BudgetProps & { reserve: ReserveView; onClose: () => void }) {
  const t = useStrings(reserveStrings)
  const { message } = App.useApp()
  const [id] = useState(() => crypto.randomUUID())
  const ask = useAskRelease(at)
  const required = [{ required: true }]
  const submit = ({ amount, ...values }: Values) =>
    ask.mutate(
      { id, reserveLineId: reserve.lineId, amountCents: amountFromText(amount) ?? 0, ...values },
      {
        onSuccess: ({ outcome }) => {
          void message.success({ released: t.done, waiting: t.waiting, duplicate: t.duplicate }[outcome])
          onClose()
        },
      },
    )
  const amountRule = {
    validator: (_rule: unknown, text: string) =>
      (amountFromText(text ?? '') ?? 0) > 0 ? Promise.resolve() : Promise.reject(new Error(t.wrongAmount)),
  }
  return (
    <DialogForm<Values>
      title={t.ask}
      open
      submitText={t.submit}
      pending={ask.isPending}
      error={ask.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="toLineId" label={t.to} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={postableLines(plan).map(({ id: value, name }) => ({ value, label: name || value }))}
        />
      </Form.Item>
      <Form.Item name="amount" label={t.amount} rules={[amountRule]} required>
        <Input inputMode="decimal" placeholder="1.2万" />
      </Form.Item>
      <Form.Item name="trigger" label={t.trigger} rules={required}>
        <Select options={TRIGGERS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t.evidence}
        extra={t.evidenceHelp}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </DialogForm>
  )
}
