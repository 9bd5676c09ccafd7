import type { CreateQuietTime } from '@zhanggui/contract'
import { Checkbox, Form, Input, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useAddQuietTime } from '../use-alerts.ts'
import { quietStrings } from './quiet-strings.ts'
import { minuteOf } from './time-text.ts'

type Values = {
  name: string
  weekdays: number[]
  from: string
  to: string
  effect: CreateQuietTime['effect']
  exceptFrom: 'none' | 'critical' | 'warning'
}

const NIGHTS: Partial<Values> = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: '22:00',
  to: '08:00',
  effect: 'hold',
  exceptFrom: 'critical',
}

/** A stretch of the week in which messages wait. */
export function QuietDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(quietStrings)
  const add = useAddQuietTime()
  const submit = ({ from, to, exceptFrom, ...rest }: Values): void => {
    const [start, end] = [minuteOf(from), minuteOf(to)]
    if (start === null || end === null) return
    const quiet = { ...rest, from: start, to: end, exceptFrom: exceptFrom === 'none' ? null : exceptFrom, rules: [] }
    add.mutate(quiet, { onSuccess: onClose })
  }
  const time = {
    validator: (_rule: unknown, text: string) =>
      minuteOf(text ?? '') === null ? Promise.reject(new Error(t.wrongTime)) : Promise.resolve(),
  }
  const days = [...t.weekdays].map((label, i) => ({ label, value: i + 1 }))
  return (
    <DialogForm<Values>
      title={t.add}
      open
      submitText={t.save}
      initial={NIGHTS}
      pending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="weekdays" label={t.days} rules={[{ required: true }]}>
        <Checkbox.Group options={days} />
      </Form.Item>
      <Form.Item name="from" label={t.from} extra={t.timeHelp} rules={[time]} required>
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="to" label={t.to} rules={[time]} required>
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="effect" label={t.effect} rules={[{ required: true }]}>
        <Select options={(['hold', 'drop'] as const).map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="exceptFrom" label={t.except} rules={[{ required: true }]}>
        <Select
          options={[
            { value: 'critical', label: t.critical },
            { value: 'warning', label: t.warning },
            { value: 'none', label: t.nothing },
          ]}
        />
      </Form.Item>
    </DialogForm>
  )
}
