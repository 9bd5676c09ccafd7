import type { ClockBoard } from '@zhanggui/contract'
import { App, Form, Input, Select } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { strings } from '../strings.ts'
import { useStartClock } from '../use-clocks.ts'

type Values = { ladder: string; title: string; number: string }

/** A deadline that a person starts: what it is, and the number under which others know it. */
export function StartDialog({ ladders, onClose }: { ladders: ClockBoard['ladders']; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { message } = App.useApp()
  const start = useStartClock()
  const required = [{ required: true, whitespace: true }]
  const submit = ({ ladder, title, number }: Values) =>
    start.mutate(
      { ladder, title, subject: { kind: 'case', id: number.trim() } },
      {
        onSuccess: ({ created }) => {
          void message.success(created ? t.started : t.running_already)
          onClose()
        },
      },
    )
  return (
    <DialogForm<Values>
      title={t.startTitle}
      open
      submitText={t.start}
      initial={{ ladder: 'complaint' }}
      pending={start.isPending}
      error={start.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="ladder" label={t.ladder} rules={[{ required: true }]}>
        <Select options={ladders.map((ladder) => ({ value: ladder.id, label: nameOf(ladder, language) }))} />
      </Form.Item>
      <Form.Item name="title" label={t.what} extra={t.whatHelp} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="number" label={t.number} extra={t.numberHelp} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
    </DialogForm>
  )
}
