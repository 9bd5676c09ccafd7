import type { BudgetLine, OpenSubsidy } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../../admin/dialog-form.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { amountFromText, shareFromText } from '../tree/amount-text.ts'
import { subsidiesStrings } from './subsidies-strings.ts'
import { useOpenSubsidy } from './use-subsidies.ts'

const KINDS: readonly OpenSubsidy['kind'][] = ['coupon', 'reduction', 'gift', 'points', 'rebateCard', 'fissionPacket']

type Values = {
  lineId: string
  kind: OpenSubsidy['kind']
  name: string
  value: string
  perUnits: number
  validThroughDay: string
  expected: string
}

const accepts = (check: (text: string) => boolean, message: string) => ({
  validator: (_rule: unknown, text: string) =>
    check(text ?? '') ? Promise.resolve() : Promise.reject(new Error(message)),
})

/** A batch of coupons, gifts or points with one value and one last day. */
export function OpenDialog({ at, lines, onClose }: { at: PlanAt; lines: readonly BudgetLine[]; onClose: () => void }) {
  const t = useStrings(subsidiesStrings)
  const [id] = useState(() => crypto.randomUUID().slice(0, 8))
  const open = useOpenSubsidy(at)
  const required = [{ required: true }]
  const submit = ({ value, expected, ...rest }: Values) =>
    open.mutate(
      { id, ...rest, valueCents: amountFromText(value) ?? 0, expectedRedemptionBp: shareFromText(expected) ?? 0 },
      { onSuccess: onClose },
    )
  return (
    <DialogForm<Values>
      title={t.add}
      open
      submitText={t.save}
      initial={{ kind: 'coupon', perUnits: 1, ...(lines[0] ? { lineId: lines[0].id } : {}) }}
      pending={open.isPending}
      error={open.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="lineId" label={t.line} rules={required}>
        <Select options={lines.map((line) => ({ value: line.id, label: line.name || line.id }))} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={required}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t[kind] }))} />
      </Form.Item>
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="value"
        label={t.value}
        required
        rules={[accepts((text) => (amountFromText(text) ?? 0) > 0, t.wrongAmount)]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="perUnits" label={t.perUnits} rules={required}>
        <InputNumber min={1} precision={0} />
      </Form.Item>
      <Form.Item name="validThroughDay" label={t.validThrough} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="expected"
        label={t.expectedShare}
        required
        rules={[accepts((text) => (shareFromText(text) ?? 10_001) <= 10_000, t.wrongShare)]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
    </DialogForm>
  )
}
