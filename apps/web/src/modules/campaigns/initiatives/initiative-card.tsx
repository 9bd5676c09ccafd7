import type { InitiativeInfo } from '@zhanggui/contract'
import { Checkbox, Tag } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import styles from './initiatives.module.css'
import { initiativeStrings } from './strings.ts'
import { useMarkMilestone } from './use-initiatives.ts'

const COLOURS: Record<InitiativeInfo['verdict'], string> = {
  reached: 'green',
  works: 'green',
  unproven: 'gold',
  harms: 'red',
  tooEarly: 'default',
  unknown: 'default',
}

/** SKUs of a visual upgrade, at least. Source: D1. */
const VISUAL_GOODS_MIN = 200

type Props = { store: string; initiative: InitiativeInfo }

/** One improvement: who, on what, how far, and what it changed. */
export function InitiativeCard({ store, initiative }: Props) {
  const t = useStrings(initiativeStrings)
  const format = useFormat()
  const { name, kind, owner, state, fromDay, goods, control } = initiative
  const kindName =
    kind === 'visual' || kind === 'recommendation' || kind === 'host' || kind === 'supply' ? t[kind] : t.other
  return (
    <li className={styles.initiative} data-initiative={initiative.code}>
      <div>
        <h3 className={styles.name}>
          {name} <Tag>{t[state]}</Tag>
        </h3>
        <p className={styles.note}>
          {kindName} · {owner} · {t.from(format.shortDay(fromDay))} ·{' '}
          {t.goods(format.count(goods), format.count(control))}
          {kind === 'visual' && goods < VISUAL_GOODS_MIN && <span className={styles.warn}> · {t.fewGoods}</span>}
        </p>
        <Milestones store={store} initiative={initiative} />
      </div>
      <Effect initiative={initiative} />
    </li>
  )
}

function Effect({ initiative }: { initiative: InitiativeInfo }) {
  const t = useStrings(initiativeStrings)
  const language = useLanguage()
  const format = useFormat()
  const { metricZh, metricEn, unit, days, effect, low, high, share, units, target, verdict } = initiative
  const figure = (value: number | null): string =>
    value !== null && unit === 'ratio' ? format.points(value) : format.short(value, unit)
  return (
    <div className={styles.effect}>
      <span className={styles.note}>
        {t.effect} · {nameOf({ nameZh: metricZh, nameEn: metricEn }, language)}
      </span>
      <span className={styles.value} data-value={effect ?? ''}>
        {figure(effect)}
        {share !== null && <span className={styles.note}> {format.percent(share)}</span>}
      </span>
      {low !== null && high !== null && <span className={styles.note}>{t.range(figure(low), figure(high))}</span>}
      <span className={styles.note}>
        {t.days(format.count(days.before), format.count(days.after))} ·{' '}
        {units === null ? t.byDays : t.byGoods(format.count(units.treated), format.count(units.control))}
        {target !== null && ` · ${t.aim(format.percent(target))}`}
      </span>
      <Tag color={COLOURS[verdict]}>{t[verdict]}</Tag>
    </div>
  )
}

function Milestones({ store, initiative: { id, version, milestones } }: Props) {
  const t = useStrings(initiativeStrings)
  const format = useFormat()
  const mayWrite = usePermissions().includes('plan:write')
  const mark = useMarkMilestone(store, id)
  if (milestones.length === 0) return <p className={styles.note}>{t.noMilestones}</p>
  return (
    <>
      <ul className={styles.milestones} aria-label={t.milestones}>
        {milestones.map(({ line, day, what, state }) => (
          <li key={line}>
            <Checkbox
              checked={state === 'done'}
              disabled={!mayWrite || mark.isPending}
              aria-label={t.mark(what)}
              onChange={({ target }) => mark.mutate({ version, line, done: target.checked })}
            >
              {what}{' '}
              <span className={state === 'late' ? styles.bad : styles.note}>
                {day !== null && format.shortDay(day)}
                {(state === 'late' || state === 'due') && ` ${t[state]}`}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {mark.isError && <Problem compact error={mark.error} />}
    </>
  )
}
