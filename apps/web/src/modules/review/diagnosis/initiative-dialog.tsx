import type { BenchmarkGap, GapInitiative } from '@zhanggui/contract'
import { App, Form, Input, Modal, Select } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Problem } from '../../../parts/problem.tsx'
import type { DayRange } from '../../../range/range.ts'
import { diagnosisStrings } from './strings.ts'
import { useStartInitiative } from './use-diagnosis.ts'

type Props = { store: string; days: DayRange; benchmark: BenchmarkGap; onClose: () => void }
type Answers = Omit<GapInitiative, 'from' | 'to'>

const METRICS = ['cvr', 'paid', 'unitsSold', 'uv', 'cartRate'] as const

/** Who closes the gap, from when, on which goods, and which goods stay as they are to compare with. */
export function InitiativeDialog({ store, days, benchmark, onClose }: Props) {
  const t = useStrings(diagnosisStrings)
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const start = useStartInitiative(store, benchmark.id)
  const send = (answers: Answers) =>
    start.mutate(
      { ...answers, ...days },
      {
        onSuccess: () => {
          void message.success(t.done)
          onClose()
        },
      },
    )
  const rules = [{ required: true, message: t.required }]
  return (
    <Modal
      open
      title={t.dialog(nameOf(benchmark, language))}
      okText={t.start}
      cancelText={t.cancel}
      confirmLoading={start.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={send} initialValues={{ metric: 'cvr', fromDay: days.to }}>
        <Form.Item name="owner" label={t.owner} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="fromDay" label={t.fromDay} rules={rules}>
          <DayInput />
        </Form.Item>
        <Form.Item name="metric" label={t.measuredBy} rules={rules}>
          <Select options={METRICS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="items" label={t.items} rules={rules} help={t.itemsHelp}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="controlItems" label={t.control} rules={rules}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
      {start.isError && <Problem compact error={start.error} />}
    </Modal>
  )
}
