import type { PartnerLevel } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import styles from './partners.module.css'
import { strings } from './strings.ts'

const MARKS = { kept: '✓', missed: '✗', unknown: '·' } as const

/** A service level and what came of it in each period, the latest on the right. */
export function LevelRow({ level, currency }: { level: PartnerLevel; currency: string }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(currency)
  const { unit, op, target, grain, weight, periods } = level
  const terms = [t[grain], ...(weight === 1 ? [] : [t.weight(format.count(weight))])]
  return (
    <li className={styles.level}>
      <span>
        {nameOf(level, language)} {t[op]} <b>{format.short(target, unit)}</b>{' '}
        <span className={styles.note}>{terms.join(' · ')}</span>
      </span>
      {periods.length === 0 ? (
        <span className={styles.note}>{t.notJudged}</span>
      ) : (
        <ol className={styles.periods} aria-label={nameOf(level, language)}>
          {periods.map(({ from, outcome, value, sample }) => (
            <li
              key={from}
              data-outcome={outcome}
              title={`${format.longDay(from)} · ${format.exact(value, unit)} · ${t.cases(format.count(sample))} · ${t[outcome]}`}
            >
              <span className={styles.periodDay}>{format.shortDay(from)}</span>
              <span data-value={value ?? ''}>{format.short(value, unit)}</span>
              <span>
                <span aria-hidden="true">{MARKS[outcome]}</span>
                <span className="visually-hidden">{t[outcome]}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}
