import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import styles from './drills.module.css'
import { strings } from './strings.ts'
import { usePlanLibrary, usePlans, useStartDrill } from './use-drills.ts'

const WHOLE_DAY = 'whole-day'
type Values = { plan: string; seed: string; scale: number }

/** Plans of the shop, and shipped ones that it has not adopted: each can be rehearsed. */
function usePlanOptions() {
  const t = useStrings(strings)
  const language = useLanguage()
  const own = usePlans().data ?? []
  const ids = new Set(own.map(({ id }) => id))
  const shipped = (usePlanLibrary().data ?? []).filter(({ id }) => !ids.has(id))
  const options = [...own, ...shipped].map(({ id, body }) => ({
    value: id,
    label: language === 'zh' ? body.nameZh : body.nameEn,
  }))
  return [{ value: WHOLE_DAY, label: t.wholeDay }, ...options]
}

/** What to rehearse, on which seeded day, how large. */
export function DrillForm() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const start = useStartDrill()
  const options = usePlanOptions()
  const onFinish = ({ plan, seed, scale }: Values) => {
    const [campaign, entry] = [get('campaign'), get('entry')]
    const held = campaign !== null && entry !== null ? { campaign, entry } : {}
    start.mutate(
      { plan, seed, scale, ...held },
      { onSuccess: ({ id }) => set({ view: 'drills', drill: String(id), campaign: null, entry: null }) },
    )
  }
  return (
    <Form<Values>
      layout="vertical"
      key={get('plan') ?? WHOLE_DAY}
      initialValues={{ plan: get('plan') ?? WHOLE_DAY, seed: '1', scale: 10 }}
      onFinish={onFinish}
    >
      <div className={styles.form}>
        <Form.Item name="plan" label={t.whichPlan}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="seed" label={t.seed} tooltip={t.seedHelp} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="scale" label={t.scale} tooltip={t.scaleHelp}>
          <InputNumber min={0.5} max={20} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={start.isPending}>
            {t.newDrill}
          </Button>
        </Form.Item>
      </div>
      {start.error && <Problem compact error={start.error} />}
    </Form>
  )
}
