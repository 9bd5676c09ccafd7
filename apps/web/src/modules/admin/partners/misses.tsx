import type { PartnerLevel } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import styles from './partners.module.css'
import { strings } from './strings.ts'

type Props = { levels: readonly PartnerLevel[]; currency: string; mayAnswer: boolean }
export type Miss = { level: PartnerLevel; period: PartnerLevel['periods'][number] }

/** Every period in which a level was missed, the latest first, with the partner's word on it. */
export function Misses({ levels, currency, mayAnswer }: Props) {
  const t = useStrings(strings)
  const [open, setOpen] = useState<Miss | null>(null)
  const misses = levels
    .flatMap((level) =>
      level.periods.filter(({ outcome }) => outcome === 'missed').map((period) => ({ level, period })),
    )
    .toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1))
  if (misses.length === 0) return null
  return (
    <section aria-label={t.misses}>
      <h3 className={styles.heading}>{t.misses}</h3>
      <ul className={styles.levels}>
        {misses.map((miss) => (
          <MissRow
            key={`${miss.level.id}/${miss.period.from}`}
            miss={miss}
            currency={currency}
            {...(mayAnswer ? { onAnswer: () => setOpen(miss) } : {})}
          />
        ))}
      </ul>
      {open && <AnswerDialog miss={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function MissRow({ miss, currency, onAnswer }: { miss: Miss; currency: string; onAnswer?: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(currency)
  const { level, period } = miss
  const { answer } = period
  return (
    <li className={styles.miss}>
      <span>
        {format.longDay(period.from)} · {nameOf(level, language)}{' '}
        <b className={styles.bad}>{format.short(period.value, level.unit)}</b>{' '}
        <span className={styles.note}>
          {t[level.op]} {format.short(period.target, level.unit)}
        </span>
      </span>
      <span className={answer ? undefined : styles.note}>
        {answer ? t.answered(answer.cause, answer.remedy, format.shortDay(answer.remedyDay)) : t.notAnswered}
      </span>
      {onAnswer && (
        <Button size="small" onClick={onAnswer}>
          {answer ? t.rewrite : t.answer}
        </Button>
      )}
    </li>
  )
}
