import type { FunnelRequest, FunnelResult, FunnelSteps } from '@zhanggui/contract'
import { useFunnel } from '../../../api/use-funnel.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import styles from './funnel-panel.module.css'
import { strings } from './strings.ts'

/** From view to payment: how many came this far, and where they were lost. */
export function FunnelPanel({ question, className = '' }: { question: FunnelRequest; className?: string }) {
  const t = useStrings(strings)
  const query = useFunnel(useStoreId(), question)
  return (
    <Panel
      title={t.funnel}
      note={t.funnelNote}
      query={query}
      height={280}
      className={className}
      isEmpty={(result: FunnelResult) => (result.steps[0]?.visitors ?? 0) === 0}
      empty={<EmptyState title={t.noFunnel} text={t.noFunnelText} />}
    >
      {(result) => (
        <ol className={styles.steps}>
          {result.steps.map((step) => (
            <Step key={step.step} step={step} first={result.steps[0]?.visitors ?? 0} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Step({ step, first }: { step: FunnelSteps[number]; first: number }) {
  const t = useStrings(strings)
  const format = useFormat()
  const names: Record<string, string> = { view: t.view, cart: t.cart, order: t.order, pay: t.pay }
  const isFirst = step.stepRate === null
  return (
    <li className={styles.step} data-step={step.step}>
      <span className={styles.name}>{names[step.step] ?? step.step}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${first === 0 ? 0 : (step.visitors / first) * 100}%` }} />
      </span>
      <span className={styles.visitors} title={format.count(step.visitors)} data-value={step.visitors}>
        {format.shortCount(step.visitors)}
      </span>
      <span className={styles.rates}>
        {!isFirst && step.stepRate !== null && <span>{t.ofPrevious(format.percent(step.stepRate))}</span>}
        {!isFirst && step.totalRate !== null && <span>{t.overall(format.percent(step.totalRate))}</span>}
        {!isFirst && <span title={format.count(step.lost)}>{t.lost(format.shortCount(step.lost))}</span>}
      </span>
    </li>
  )
}
