import type { ForecastResult } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './forecast-page.module.css'
import type { ForecastGrain } from './forecast-state.ts'
import { levelName } from './level-name.ts'
import { modelName } from './model-names.ts'
import { strings } from './strings.ts'

/** The answer first: how much, how sure, and why one may believe it. */
export function ForecastAnswer({ result, grain }: { result: ForecastResult; grain: ForecastGrain }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(result.currency)
  const { whole, unit, levels } = result
  const first = whole.values[0]
  const figure = whole.total ?? first
  const level = levelName(levels[0] ?? 0)
  const periods = t.periods(whole.values.length, grain)
  const short = (value: number | undefined) => format.short(value ?? null, unit)
  return (
    <section className={styles.answer} aria-label={t.title}>
      <div className={styles.cell}>
        <span className={styles.label}>
          {whole.total ? t.sum(periods) : `${t.next} · ${format.period(first?.period ?? '')}`}
        </span>
        <span className={styles.value} data-value={figure?.mean ?? ''} title={format.exact(figure?.mean ?? null, unit)}>
          {short(figure?.mean)}
        </span>
        <span className={styles.more}>{t.between(level, short(figure?.lower[0]), short(figure?.upper[0]))}</span>
      </div>
      <Reliability result={result} />
      <div className={styles.cell}>
        <span className={styles.label}>{t.model}</span>
        <span className={styles.text}>{whole.members.map(({ model }) => modelName(model)[language]).join(' + ')}</span>
        <span className={styles.more}>{t.asOf(format.period(whole.history.at(-1)?.period ?? ''))}</span>
      </div>
    </section>
  )
}

function Reliability({ result }: { result: ForecastResult }) {
  const t = useStrings(strings)
  const format = useFormat(result.currency)
  const { backtest } = result.whole
  const [mine, naive] = [backtest?.mase ?? null, backtest?.naive.mase ?? null]
  const gain = mine !== null && naive !== null && naive > 0 ? 1 - mine / naive : null
  const held = backtest?.coverage[0]
  return (
    <div className={styles.cell}>
      <span className={styles.label}>{t.reliability}</span>
      <span className={styles.value}>
        {gain === null ? '–' : gain >= 0 ? t.better(format.percent(gain)) : t.worse(format.percent(-gain))}
      </span>
      <span className={styles.more}>
        {!backtest && t.noTest}
        {backtest && t.tested(backtest.origins)}
        {held?.share != null && ` · ${t.covered(levelName(held.level), format.percent(held.share))}`}
      </span>
    </div>
  )
}
