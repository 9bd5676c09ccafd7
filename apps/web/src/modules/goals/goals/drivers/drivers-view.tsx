import type { DriversAnswer, GoalsView, SolveDrivers } from '@zhanggui/contract'
import { Alert, App, Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import type { GoalsProps } from '../goals-home.tsx'
import { strings } from '../strings.ts'
import { useChangeGoals, useDrivers } from '../use-goals.ts'
import { DriverSlider } from './driver-slider.tsx'
import styles from './drivers-view.module.css'
import { NodeDrivers } from './node-drivers.tsx'

export const DRIVERS = ['gmv', 'uv', 'cvr', 'aov'] as const
export type Driver = (typeof DRIVERS)[number]

/** The goal of the year that a driver is set on. */
const METRIC: Readonly<Record<Driver, string>> = { gmv: 'paid', uv: 'uv', cvr: 'cvr', aov: 'aov' }
const HEIGHT = 320

type Growth = Record<Driver, number>
/** Where the plan says nothing yet. */
const USUAL_GROWTH = 0.3

/** What the plan asks of the year's sales over the year before; the sliders begin where the plan stands. */
function plannedGrowth(view: GoalsView): Growth {
  const year = view.goals.find(
    (g) => g.metric === METRIC.gmv && g.period === String(view.year) && Object.keys(g.scope).length === 0,
  )
  const gmv = year?.target && year.baseline ? year.target / year.baseline - 1 : USUAL_GROWTH
  return { gmv: Math.round(gmv * 1000) / 1000, uv: 0, cvr: 0, aov: 0 }
}

/** What-if on the driver equation: move the growth of each, leave one open or see how far all four contradict each other. */
export default function DriversView({ at, view, editable }: GoalsProps) {
  const t = useStrings(strings)
  const [growth, setGrowth] = useState(() => plannedGrowth(view))
  const [open, setOpen] = useState<Driver | null>('uv')
  const given = Object.fromEntries(DRIVERS.map((d) => [d, d === open ? null : growth[d]])) as SolveDrivers['given']
  const asked = useDeferredValue(JSON.stringify({ as: 'growth', given }))
  const answer = useDrivers(at, JSON.parse(asked) as SolveDrivers)
  return (
    <div className={stack.stack}>
      <Panel<DriversAnswer> title={t.drivers} note={t.driverLead} query={answer} height={HEIGHT}>
        {(data) => (
          <div className={styles.drivers}>
            {DRIVERS.map((driver) => (
              <DriverSlider
                key={driver}
                driver={driver}
                name={t[driver]}
                answer={data}
                currency={view.currency}
                growth={growth[driver]}
                open={open === driver}
                onGrowth={(value) => setGrowth((before) => ({ ...before, [driver]: value }))}
                onOpen={(wanted) => setOpen(wanted ? driver : null)}
              />
            ))}
            <Verdict data={data} />
            {editable && <WriteGoals at={at} view={view} data={data} />}
          </div>
        )}
      </Panel>
      <NodeDrivers at={at} view={view} editable={editable} />
    </div>
  )
}

function Verdict({ data }: { data: DriversAnswer }) {
  const language = useLanguage()
  const fine = data.kind === 'solved' || data.kind === 'consistent'
  return (
    <Alert type={fine ? 'success' : 'warning'} showIcon title={language === 'zh' ? data.messageZh : data.messageEn} />
  )
}

/** The year's goals on the four metrics that exist, with the figures of the answer. */
function editsFor(view: GoalsView, data: DriversAnswer): { id: string; target: number }[] {
  return DRIVERS.flatMap((driver) => {
    const goal = view.goals.find(
      (g) => g.metric === METRIC[driver] && g.period === String(view.year) && Object.keys(g.scope).length === 0,
    )
    const value = data.values?.[driver]
    return goal && value != null && value !== goal.target ? [{ id: goal.id, target: value }] : []
  })
}

function WriteGoals({ at, view, data }: Pick<GoalsProps, 'at' | 'view'> & { data: DriversAnswer }) {
  const t = useStrings(strings)
  const format = useFormat(view.currency)
  const { message } = App.useApp()
  const change = useChangeGoals(at, view.revision)
  const edits = editsFor(view, data)
  const fine = data.kind === 'solved' || data.kind === 'consistent'
  const write = (): void =>
    change.mutate(
      { kind: 'edit', body: { edits, absorb: 'siblings', apply: true } },
      { onSuccess: (changed) => void message.success(t.changed(format.count(changed.changes.length))) },
    )
  return (
    <div>
      <Button disabled={!fine || edits.length === 0} loading={change.isPending} onClick={write} title={t.setGoalsNote}>
        {t.setGoals}
      </Button>
      {change.isError && <Problem compact error={change.error} />}
    </div>
  )
}
