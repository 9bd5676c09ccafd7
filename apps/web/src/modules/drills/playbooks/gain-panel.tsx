import type { PlaybookGain } from '@zhanggui/contract'
import { Button } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import { clockOf } from '../desk/clock-of.ts'
import { gainStrings } from './gain-strings.ts'
import styles from './playbooks.module.css'
import { useGain } from './use-playbooks.ts'

const DAYS = 3

/** What a playbook alone would have gained on simulated days: the answer that history cannot give. */
export function GainPanel({ playbook }: { playbook: string }) {
  const t = useStrings(gainStrings)
  const format = useFormat()
  const gain = useGain(playbook)
  return (
    <>
      <div className={styles.asked}>
        <p className={cards.soft}>{t.lead(format.count(DAYS))}</p>
        <Button type="primary" loading={gain.isPending} onClick={() => gain.mutate(DAYS)}>
          {t.ask}
        </Button>
      </div>
      {gain.data && <Answer gain={gain.data} />}
      {gain.error && <Problem compact error={gain.error} />}
    </>
  )
}

function Answer({ gain }: { gain: PlaybookGain }) {
  const t = useStrings(gainStrings)
  const zh = useLanguage() === 'zh'
  const format = useFormat()
  if (gain.plan === null) return <p className={styles.answer}>{t.none}</p>
  const money = (cents: number): string => format.short(cents, 'money')
  return (
    <>
      <p className={styles.answer} data-value={gain.gainCents}>
        {t.answer(money(gain.gainCents), gain.keptShare === null ? '–' : format.percent(gain.keptShare))}
      </p>
      <p className={cards.soft}>{t.against(zh ? gain.planZh : gain.planEn)}</p>
      <ul className={styles.past}>
        {gain.days.map(({ seed, faultAt, firstActedAt, without, withPlaybook }) => (
          <li key={seed}>
            <span className={cards.faint}>
              {t.day(seed)} {clockOf(faultAt)}
            </span>{' '}
            {firstActedAt === null ? t.neverActed : t.acted(clockOf(firstActedAt))}，
            {t.losses(money(without.totalCents), money(withPlaybook.totalCents))}
          </li>
        ))}
      </ul>
      <p className={cards.faint}>{t.caveat}</p>
    </>
  )
}
