import type { LiveBoard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './funnel.module.css'
import { strings } from './strings.ts'

type StepName = 'view' | 'cart' | 'order' | 'pay'

/** The last hour's funnel; where one group falls behind it says which, where and by how much. */
export function Funnel({ board }: { board: LiveBoard }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const { steps, loss } = board.funnel
  const largest = Math.max(1, steps[0]?.visitors ?? 0)
  return (
    <>
      <ol className={styles.funnel}>
        {steps.map(({ step, visitors, stepRate }) => (
          <li key={step} data-loss={loss?.step === step}>
            <span>{t[step as StepName]}</span>
            <span className={styles.funnelBar}>
              <i style={{ width: `${Math.max(0.5, (100 * visitors) / largest)}%` }} />
            </span>
            <b className="tabular" data-value={visitors}>
              {format.shortCount(visitors)}
            </b>
            <span className={`${styles.funnelRate} tabular`}>{stepRate === null ? '' : format.percent(stepRate)}</span>
          </li>
        ))}
      </ol>
      <p className={loss ? styles.lossLine : styles.fineLine}>
        {loss
          ? `${t.lossAt(loss.group, t[loss.step as StepName])} · ${t.lossRates(format.percent(loss.stepRate), format.percent(loss.otherRate))}`
          : t.noLoss}
      </p>
    </>
  )
}
