import type { CheckoutReport } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useRange } from '../../../range/use-range.ts'
import { RangePicker } from '../../../shell/range-picker.tsx'
import { GainTable } from './gain-table.tsx'
import { CartsPanel } from './losses/carts-panel.tsx'
import { OrdersPanel } from './losses/orders-panel.tsx'
import { usePaymentLosses } from './losses/use-payment-losses.ts'
import { StepTable } from './step-table.tsx'
import { strings } from './strings.ts'
import { useCheckout } from './use-checkout.ts'

const HEIGHT = 320

/** 支付路径: where checkouts are left and why, and which step to shorten first. */
export default function CheckoutView() {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const { days, dataRange } = useRange()
  const query = useCheckout(store, days)
  const losses = usePaymentLosses(store, days)
  const steps = (
    <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/checkout-steps`}>
      <Button tabIndex={-1}>{t.stepsLink}</Button>
    </Link>
  )
  return (
    <div className={stack.stack}>
      {dataRange.data && (
        <div>
          <RangePicker />
        </div>
      )}
      <CartsPanel query={losses} />
      <Panel<CheckoutReport>
        title={t.title}
        note={query.data && t.note(format.shortRange(query.data))}
        query={query}
        height={HEIGHT}
        isEmpty={({ started, unknown }) => started === 0 && unknown.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
        extra={steps}
      >
        {(report) => (
          <div className={stack.stack}>
            <Answer report={report} />
            {report.unknown.length > 0 && (
              <Alert type="warning" showIcon title={t.unknown(report.unknown.map(({ step }) => step).join('、'))} />
            )}
            <StepTable steps={report.steps} />
            {report.gains.length > 0 && <GainTable report={report} />}
          </div>
        )}
      </Panel>
      <OrdersPanel query={losses} />
    </div>
  )
}

function Answer({ report }: { report: CheckoutReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const { started, paid, lostShare, usualLostShare, steps } = report
  const worst = steps.reduce<CheckoutReport['steps'][number] | null>(
    (most, step) => (step.lost > (most?.lost ?? 0) ? step : most),
    null,
  )
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.started} value={format.count(started)} exact={started} />
      <FigureTile label={t.paid} value={format.count(paid)} exact={paid} />
      <FigureTile
        label={t.lostShare}
        value={lostShare === null ? '–' : format.percent(lostShare)}
        exact={lostShare}
        tone={lostShare !== null && lostShare > usualLostShare ? 'warn' : undefined}
      >
        <FigureWords>{t.usual(format.percent(usualLostShare))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.worst} value={worst ? nameOf(worst, language) : t.worstNone} exact={worst?.lost}>
        {worst && <FigureWords>{`${t.lost} ${format.count(worst.lost)}`}</FigureWords>}
      </FigureTile>
    </FigureStrip>
  )
}
