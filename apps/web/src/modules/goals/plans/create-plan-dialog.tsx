import type { CreatePlan, PlanSummary } from '@zhanggui/contract'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { formStrings } from '../../admin/form-strings.ts'
import styles from './create-plan-dialog.module.css'
import { strings } from './strings.ts'
import { useCreatePlan } from './use-plans.ts'

type Values = { year: number; name: string; from: NonNullable<CreatePlan['from']>; copyOf?: string; growth?: number }
type Props = { store: string; plans: readonly PlanSummary[]; onClose: () => void; onMade: (id: string) => void }

/** From October on, planning is about the year to come. */
function likelyYear(plans: readonly PlanSummary[], now: Date): number {
  const coming = now.getMonth() >= 9 ? now.getFullYear() + 1 : now.getFullYear()
  const latest = plans[0]?.year
  return latest !== undefined && latest >= coming ? latest + 1 : coming
}

/** Percent as a person types it, in basis points. */
const toBasisPoints = (percent: number | undefined): number => Math.round((percent ?? 0) * 100)

/** A new plan: for which year, and from what. */
export function CreatePlanDialog({ store, plans, onClose, onMade }: Props) {
  const t = useStrings(strings)
  const create = useCreatePlan(store)
  const year = likelyYear(plans, new Date())
  const submit = ({ growth, copyOf, ...rest }: Values) => {
    const input = { ...rest, growthBp: toBasisPoints(growth), ...(copyOf ? { copyOf } : {}) }
    create.mutate(input, { onSuccess: ({ id }) => onMade(id) })
  }
  return (
    <DialogForm<Values>
      title={t.create}
      open
      submitText={t.create}
      initial={{ year, name: t.defaultName(String(year)), from: 'empty', growth: 0 }}
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Fields plans={plans} />
    </DialogForm>
  )
}

function Fields({ plans }: { plans: readonly PlanSummary[] }) {
  const t = useStrings(strings)
  const words = useStrings(formStrings)
  const required = [{ required: true, message: words.required }]
  const form = Form.useFormInstance<Values>()
  const from = Form.useWatch('from', form)
  return (
    <>
      <Form.Item
        name="year"
        label={t.year}
        rules={[{ required: true, type: 'integer', min: 2000, max: 2100, message: t.yearWrong }]}
      >
        <InputNumber onChange={(year) => year && form.setFieldValue('name', t.defaultName(String(year)))} />
      </Form.Item>
      <Form.Item name="name" label={t.name} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="from" label={t.startFrom}>
        <Radio.Group className={styles.choices ?? ''} options={choices(t, plans.length > 0)} />
      </Form.Item>
      {from === 'copy' && (
        <Form.Item name="copyOf" label={t.copyOf} rules={required}>
          <Select options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      {from === 'data' && (
        <Form.Item name="growth" label={t.growth} extra={t.growthHelp}>
          <InputNumber suffix="%" min={-90} max={1000} />
        </Form.Item>
      )}
    </>
  )
}

type Words = (typeof strings)['zh']

const choices = (t: Words, mayCopy: boolean) => [
  { value: 'empty', label: <Choice title={t.fromEmpty} text={t.fromEmptyText} /> },
  { value: 'data', label: <Choice title={t.fromData} text={t.fromDataText} /> },
  { value: 'copy', label: <Choice title={t.fromCopy} text={t.fromCopyText} />, disabled: !mayCopy },
]

const Choice = ({ title, text }: { title: string; text: string }) => (
  <span className={styles.choice}>
    <span>{title}</span>
    <span className={styles.text}>{text}</span>
  </span>
)
