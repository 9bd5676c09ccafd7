import type { CapacityAnswer } from '@zhanggui/contract'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DayInput } from '../../../parts/day-input.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { usePlans } from '../../goals/plans/use-plans.ts'
import styles from './load.module.css'
import { strings } from './strings.ts'
import { type CapacityAsk, useCapacity } from './use-load.ts'

const HEIGHT = 150
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What the busiest day needs; the question stays in the address. */
export function CapacityCard() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const day = get('day') ?? ''
  const ask: CapacityAsk = {
    day,
    dayOrders: get('orders') ?? '',
    nodePerSecond: get('node') ?? '',
    plan: get('plan') ?? '',
  }
  const query = useCapacity(useStoreId(), DAY.test(day) ? ask : null)
  return (
    <Card title={t.capacity} note={t.capacityNote}>
      <Form<CapacityAsk>
        layout="vertical"
        className={styles.form ?? ''}
        initialValues={ask}
        onFinish={({ day: d, dayOrders, nodePerSecond, plan }) =>
          set({ day: d, orders: dayOrders || null, node: nodePerSecond || null, plan: plan || null })
        }
      >
        <Form.Item name="day" label={t.day} rules={[{ required: true, message: t.dayNeeded }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="dayOrders" label={t.orders} rules={[{ pattern: /^\d*$/, message: t.ordersHint }]}>
          <Input inputMode="numeric" placeholder={t.ordersHint} />
        </Form.Item>
        <Form.Item name="nodePerSecond" label={t.node} rules={[{ pattern: /^\d*\.?\d*$/, message: t.nodeHint }]}>
          <Input inputMode="decimal" placeholder={t.nodeHint} />
        </Form.Item>
        <Form.Item name="plan" label={t.plan}>
          <PlanSelect />
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit">
            {t.reckon}
          </Button>
        </Form.Item>
      </Form>
      {DAY.test(day) && (
        <PanelBody<CapacityAnswer> query={query} height={HEIGHT}>
          {(plan) => <Plan plan={plan} />}
        </PanelBody>
      )}
    </Card>
  )
}

/** The plan whose budget for technology is held against it; the form's value is its id. */
function PlanSelect(props: { id?: string; value?: string; onChange?: (plan: string) => void }) {
  const t = useStrings(strings)
  const plans = usePlans(useStoreId()).data
  const options = plans?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return (
    <Select
      {...props}
      // An id says nothing before its name is there.
      value={plans && props.value ? props.value : null}
      allowClear
      placeholder={t.planHint}
      options={options}
    />
  )
}

function Plan({ plan }: { plan: CapacityAnswer }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const minute = plan.minuteFrom === 'last_year' ? t.last_year_minute : t[plan.minuteFrom]
  return (
    <div className={stack.stack}>
      <FigureStrip label={t.capacity}>
        <FigureTile label={t.peakOrders} value={t.perSecond(plan.peakPerSecond.toFixed(1))} exact={plan.peakPerSecond}>
          <FigureWords>{t.peakUpTo(plan.peakPerSecondHigh.toFixed(1))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.nodes} value={t.nodesOf(format.count(plan.nodes))} exact={plan.nodes}>
          <FigureWords>{t.more(format.count(plan.extraNodes))}</FigureWords>
        </FigureTile>
        <FigureTile label={t.orderBy} value={format.shortDay(plan.orderBy)}>
          <FigureWords>{t.backOn(format.shortDay(plan.scaleBackOn))}</FigureWords>
        </FigureTile>
        <FigureTile
          label={t.cost}
          value={money(plan.costCents)}
          exact={plan.costCents}
          tone={plan.technology && plan.technology.overCents > 0 ? 'bad' : undefined}
        >
          <FigureWords>{plan.technology ? t.left(money(plan.technology.leftCents)) : t.noLine}</FigureWords>
        </FigureTile>
      </FigureStrip>
      <FigureWords>{t.basis(t[plan.ordersFrom], minute, t[plan.nodeFrom])}</FigureWords>
      {plan.warnings.map(({ code, zh, en }) => (
        <Alert key={code} type="warning" showIcon title={language === 'zh' ? zh : en} />
      ))}
    </div>
  )
}
