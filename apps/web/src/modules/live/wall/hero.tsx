import type { LiveBoard } from '@zhanggui/contract'
import { Tooltip } from 'antd'
import { changeOf } from '../../../format/change.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { comparedName } from './compared-name.ts'
import styles from './hero.module.css'
import { MoneyDigits } from './money-digits.tsx'
import { strings } from './strings.ts'

/** The largest figure in the room, against the same minute of the day it runs against, and where the day is likely to end. */
export function Hero({ board }: { board: LiveBoard }) {
  const t = useStrings(strings)
  const format = useFormat(board.currency)
  const { figures, compare, dayEnd, basis } = board
  const change = compare && changeOf(figures.paidCents, compare.soFarCents, 'money')
  return (
    <section className={styles.hero} aria-label={board.replay ? t.paidThen : t.paidToday}>
      <p className={styles.heroName}>
        {board.replay ? t.paidThen : t.paidToday}
        {basis === 'events' && (
          <Tooltip title={t.byEventsHelp}>
            <span className={styles.basis}>{t.byEvents}</span>
          </Tooltip>
        )}
      </p>
      <MoneyDigits cents={figures.paidCents} currency={board.currency} />
      <dl className={styles.heroFacts}>
        {compare && (
          <div>
            <dt>{t.against(comparedName(compare, t, format))}</dt>
            <dd className="tabular">
              {format.short(compare.soFarCents, 'money')}
              {change && <b className={change.amount >= 0 ? styles.rise : styles.fall}>{format.change(change)}</b>}
            </dd>
          </div>
        )}
        {dayEnd && (
          <div title={t.dayEndHelp(format.percent(dayEnd.level).replace('.0', ''), format.count(dayEnd.learnedDays))}>
            <dt>{t.dayEnd}</dt>
            <dd className="tabular">
              {format.short(dayEnd.midCents, 'money')}
              <span className={styles.interval}>
                {format.short(dayEnd.lowCents, 'money')} – {format.short(dayEnd.highCents, 'money')}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
