import type { Cell, MetricInfo } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../app/use-store-time-zone.ts'
import { useFormat } from '../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../locale/strings.ts'
import { strings as cockpitStrings } from './cockpit/strings.ts'
import styles from './figure-note.module.css'
import { strings } from './strings.ts'

type FigureNoteProps = {
  metric: MetricInfo
  value: Cell
  before?: Cell | undefined
  currency: string
  freshness: string | null
  /** Days that are missing behind the figure or its comparison. */
  days?: string
}

/** Whoever goes by keyboard gets the note too. */
export const NOTE_TRIGGERS: ('hover' | 'focus')[] = ['hover', 'focus']

/** What hover says about a figure: the exact value, what it was before, what it means, how fresh it is. */
export function FigureNote({ metric, value, before, currency, freshness, days = '' }: FigureNoteProps) {
  const t = useStrings(strings)
  const c = useStrings(cockpitStrings)
  const language = useLanguage()
  const format = useFormat(currency)
  const timeZone = useStoreTimeZone()
  return (
    <div className={styles.note}>
      <p className={styles.exact}>
        {nameOf(metric, language)} <b>{format.exact(value, metric.unit)}</b>
      </p>
      {before !== undefined && (
        <p>
          {c.before} <b>{format.exact(before, metric.unit)}</b>
        </p>
      )}
      {days !== '' && <p>{days}</p>}
      <p>{language === 'zh' ? metric.definitionZh : metric.definitionEn}</p>
      <p className={styles.fresh}>{freshness ? t.freshness(format.instant(freshness, timeZone)) : t.noFreshness}</p>
    </div>
  )
}
