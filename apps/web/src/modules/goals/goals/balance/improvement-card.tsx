import { useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import styles from './balance.module.css'
import { NumberField } from './number-field.tsx'
import { PercentField } from './percent-field.tsx'
import { balanceStrings } from './strings.ts'
import { WriteButton } from './write-button.tsx'

type Targets = {
  cvrUpliftBp: number
  personalisedBp: number
  liveSessionsPerMonth: number
  stockCoverDaysMax: number
  stockOutBp: number
}

/** The operating targets that most improvement plans begin with. */
const START: Targets = {
  cvrUpliftBp: 1500,
  personalisedBp: 8000,
  liveSessionsPerMonth: 50,
  stockCoverDaysMax: 30,
  stockOutBp: 500,
}

/** Conversion, entries, live sessions, turnover and stock-out as goals with last year beside them, all computed from the data. */
export default function ImprovementCard({ at, view, editable }: GoalsProps) {
  const t = useStrings(balanceStrings)
  const [targets, setTargets] = useState(START)
  const change = (part: Partial<Targets>): void => setTargets((before) => ({ ...before, ...part }))
  const { personalisedBp, stockOutBp, ...rest } = targets
  const asked = {
    revision: view.revision,
    ...rest,
    personalisedShare: personalisedBp / 10_000,
    stockOutRateMax: stockOutBp / 10_000,
  }
  return (
    <Card title={t.improvement} note={t.improvementNote}>
      <div className={styles.fields}>
        <PercentField label={t.cvrUplift} value={targets.cvrUpliftBp} onChange={(bp) => change({ cvrUpliftBp: bp })} />
        <PercentField
          label={t.personalised}
          value={personalisedBp}
          max={100}
          onChange={(bp) => change({ personalisedBp: bp })}
        />
        <NumberField
          label={t.livePerMonth}
          value={targets.liveSessionsPerMonth}
          onChange={(liveSessionsPerMonth) => change({ liveSessionsPerMonth })}
        />
        <NumberField
          label={t.coverMax}
          value={targets.stockCoverDaysMax}
          onChange={(stockCoverDaysMax) => change({ stockCoverDaysMax })}
        />
        <PercentField
          label={t.stockOutMax}
          value={stockOutBp}
          max={100}
          onChange={(bp) => change({ stockOutBp: bp })}
        />
      </div>
      <WriteButton at={at} part="improvement" asked={asked} disabled={!editable} label={t.addGoals} />
      <p className={styles.note}>{t.improvementData}</p>
    </Card>
  )
}
