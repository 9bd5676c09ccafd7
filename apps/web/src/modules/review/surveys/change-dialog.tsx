import type { PlanSurveyChange, ProposedSurveyChange } from '@zhanggui/contract'
import { App, Form, Input, Modal, Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { surveyStrings } from './strings.ts'
import { type SurveyAt, usePlanChange } from './use-surveys.ts'

type Props = { at: SurveyAt; proposed: ProposedSurveyChange; onClose: () => void }
type Answers = Required<Pick<PlanSurveyChange, 'text' | 'priority'>> & Pick<ProposedSurveyChange, 'area'>

const AREAS = ['goals', 'technology', 'content', 'logistics'] as const
const PRIORITIES = ['high', 'middle', 'low'] as const

/** What the shop will do about it, in its own words. */
export function ChangeDialog({ at, proposed, onClose }: Props) {
  const t = useStrings(surveyStrings)
  const { message } = App.useApp()
  const [form] = Form.useForm<Answers>()
  const plan = usePlanChange(at)
  const { question, option, area, priority } = proposed
  const send = (answers: Answers) =>
    plan.mutate(
      { ...answers, question, option },
      {
        onSuccess: () => {
          void message.success(t.done)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t.dialog}
      okText={t.plan}
      cancelText={t.cancel}
      confirmLoading={plan.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={send} initialValues={{ area, priority }}>
        <Form.Item name="text" label={t.text} help={t.textHelp} rules={[{ required: true, message: t.required }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="area" label={t.area}>
          <Select options={AREAS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="priority" label={t.priority}>
          <Select options={PRIORITIES.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
      </Form>
      {plan.isError && <Problem compact error={plan.error} />}
    </Modal>
  )
}
