import type { AttainmentRow, Goal, GoalsView, Unit } from '@zhanggui/contract'
import { changeOf } from '../../../format/change.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords, Unbroken } from '../../../parts/figure-strip.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { AttainBar } from './attain/attain-bar.tsx'
import { gapText } from './gap-text.ts'
import { StatusTag } from './status-tag.tsx'
import { strings } from './strings.ts'
import { useAttainment } from './use-goals.ts'

/** The year's goal that the headline speaks of: paid sales of the shop, else the first root. */
export const headGoal = (view: GoalsView): Goal | undefined =>
  view.goals.find((g) => g.parentId === null && g.metric === 'paid' && Object.keys(g.scope).length === 0) ??
  view.goals.find((g) => g.parentId === null)

/** The figures that say how the year stands. */
export function GoalsHeadline({ at, view }: { at: PlanAt; view: GoalsView }) {
  const format = useFormat(view.currency)
  const attained = useAttainment(at, null)
  const goal = headGoal(view)
  if (!goal) return null
  const unit = view.metrics.find((m) => m.id === goal.metric)?.unit ?? null
  const row = attained.data?.rows.find((r) => r.goal === goal.id)
  const tile = { goal, unit, row, format }
  return (
    <FigureStrip>
      <TargetTile {...tile} />
      <ActualTile {...tile} asOf={attained.data?.asOf} />
      <EndTile {...tile} waiting={attained.isPending} />
      <PaceTile {...tile} />
      <SumsTile view={view} />
    </FigureStrip>
  )
}

type Known = { goal: Goal; unit: Unit | null; row: AttainmentRow | undefined; format: Format }

function TargetTile({ goal, unit, format }: Known) {
  const t = useStrings(strings)
  const change = changeOf(goal.target, goal.baseline, unit)
  return (
    <FigureTile label={t.yearTarget} value={format.short(goal.target, unit)} exact={goal.target}>
      <FigureWords>{change && t.onLastYear(format.change(change))}</FigureWords>
    </FigureTile>
  )
}

function ActualTile({ goal, unit, row, format, asOf }: Known & { asOf: string | undefined }) {
  const t = useStrings(strings)
  if (asOf && asOf <= `${goal.period}-01-01`)
    return (
      <FigureTile label={t.actual} value="–" exact={null}>
        <FigureWords>{t.notBegun}</FigureWords>
      </FigureTile>
    )
  return (
    <FigureTile label={t.actual} value={format.short(row?.actual ?? null, unit)} exact={row?.actual}>
      <FigureWords>
        {row && <AttainBar row={row} />}
        {[row?.rate != null && t.ofTarget(format.percent(row.rate)), asOf && t.asOf(format.shortDay(asOf))]
          .filter(Boolean)
          .join(' · ')}
      </FigureWords>
    </FigureTile>
  )
}

function EndTile({ unit, row, format, waiting }: Known & { waiting: boolean }) {
  const t = useStrings(strings)
  const end = row?.end ?? null
  return (
    <FigureTile label={t.expected} value={format.short(end?.mean ?? null, unit)} exact={end?.mean}>
      <FigureWords>
        {row && <StatusTag status={row.status} />} {waiting && t.judging}
        {end && end.lower !== end.upper && (
          <Unbroken>{t.interval(format.short(end.lower, unit), format.short(end.upper, unit))}</Unbroken>
        )}
      </FigureWords>
    </FigureTile>
  )
}

function PaceTile({ unit, row, format }: Known) {
  const t = useStrings(strings)
  const gap = row?.gap ?? null
  const surplus = gap !== null && gap < 0
  const needed = Math.round(row?.neededPerDay ?? 0)
  return (
    <FigureTile label={surplus ? t.surplus : t.gap} value={gapText(gap, unit, format)} exact={gap}>
      <FigureWords>
        {needed > 0 && `${t.perDay} ${format.short(needed, unit)}`}
        {needed > 0 && row?.catchUp != null && ` · ${t.catchUp(format.short(row.catchUp, 'multiple'))}`}
      </FigureWords>
    </FigureTile>
  )
}

function SumsTile({ view }: { view: GoalsView }) {
  const t = useStrings(strings)
  const open = view.sums.length
  return (
    <FigureTile label={t.openSums} value={open === 0 ? t.openNone : t.openSome(String(open))} exact={open}>
      <FigureWords>{view.faults.length > 0 && t.faults(String(view.faults.length))}</FigureWords>
    </FigureTile>
  )
}
