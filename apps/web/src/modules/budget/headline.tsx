import type { BudgetBalances, BudgetWorkedOut, PlanDetail } from '@zhanggui/contract'
import { useSearchState } from '../../app/use-search-state.ts'
import { type Format, useFormat } from '../../format/use-format.ts'
import { useStrings } from '../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../parts/figure-strip.tsx'
import link from '../../parts/link.module.css'
import type { PlanAt } from '../goals/plans/use-plans.ts'
import { Gauge } from './gauge.tsx'
import styles from './headline.module.css'
import { strings } from './strings.ts'
import { useBalances, useBudget } from './use-budget.ts'

/** The three to five figures that say whether the budget stands. */
export function Headline({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const format = useFormat(plan.currency)
  const budget = useBudget(at).data
  const balances = useBalances(at).data
  return (
    <FigureStrip>
      <TotalTile budget={budget} format={format} />
      <OpenTile budget={budget} />
      <UsedTile balances={balances} format={format} />
      <RatioTile balances={balances} budget={budget} format={format} />
    </FigureStrip>
  )
}

type Known = { budget?: BudgetWorkedOut | undefined; balances?: BudgetBalances | undefined; format: Format }

function TotalTile({ budget, format }: Known) {
  const t = useStrings(strings)
  const top = budget?.levels.find((level) => level.residualCents !== null && level.kind === 'parts')
  const residual = top?.residualCents ?? null
  const total = budget?.totalCents ?? null
  return (
    <FigureTile label={t.total} value={format.short(total, 'money')} exact={total}>
      <FigureWords>
        {total === null && t.noTotal}
        {total !== null && residual === 0 && t.balanced}
        {residual !== null && residual !== 0 && (
          <span className={residual > 0 ? styles.warn : styles.bad}>
            {residual > 0 ? t.unassigned : t.excess} {format.short(Math.abs(residual), 'money')}
          </span>
        )}
      </FigureWords>
    </FigureTile>
  )
}

function OpenTile({ budget }: { budget: BudgetWorkedOut | undefined }) {
  const t = useStrings(strings)
  const open = budget ? budget.issues.filter((issue) => issue.blocking).length : null
  const conflicts = budget?.conflicts.filter((row) => row.conflict).length ?? 0
  const stages = budget?.stages.length ?? 0
  const { set } = useSearchState()
  const count = open === null ? null : open + conflicts + stages
  return (
    <FigureTile
      label={t.open}
      value={count === null ? '–' : count === 0 ? t.openNone : t.openSome(String(count))}
      exact={count}
      tone={count ? 'warn' : undefined}
    >
      {count ? (
        <button
          type="button"
          className={`${link.link} ${styles.plain}`}
          onClick={() => set({ view: null, node: null })}
        >
          {t.goMend}
        </button>
      ) : null}
    </FigureTile>
  )
}

function UsedTile({ balances, format }: Known) {
  const t = useStrings(strings)
  const total = balances?.total
  const used = total ? total.committed + total.accrued + total.spent : null
  const share = total && used !== null && total.budgetCents > 0 ? used / total.budgetCents : null
  return (
    <FigureTile label={t.used} value={format.short(used, 'money')} exact={used}>
      {share !== null && <Gauge share={share} ceiling={null} over={share > 1} label={t.used} />}
      <FigureWords>{share === null ? t.usedNote : t.ofBudget(format.percent(share))}</FigureWords>
    </FigureTile>
  )
}

function RatioTile({ balances, budget, format }: Known) {
  const t = useStrings(strings)
  const check = balances?.feeRatio[0]
  const ceiling = check?.ceilingBp == null ? null : check.ceilingBp / 10_000
  const planned = budget?.plannedFeeRatio
  const room = check?.roomCents ?? null
  return (
    <FigureTile
      label={t.feeRatio}
      value={format.short(check?.ratioAfter ?? null, 'ratio')}
      exact={check?.ratioAfter ?? null}
      tone={room !== null && room < 0 ? 'bad' : undefined}
    >
      {check?.ratioAfter != null && (
        <Gauge share={check.ratioAfter} ceiling={ceiling} over={room !== null && room < 0} label={t.feeRatio} />
      )}
      <FigureWords>
        {balances && (ceiling === null ? t.noCeiling : t.ceiling(format.percent(ceiling)))}
        {room !== null &&
          ` · ${room >= 0 ? t.room(format.short(room, 'money')) : t.overBy(format.short(-room, 'money'))}`}
        {check?.verdict === 'unknown' && ` · ${t.unknownRatio}`}
      </FigureWords>
      {planned?.ratio != null && (
        <FigureWords>
          {t.plannedRatio} <span className={planned.over ? styles.bad : ''}>{format.percent(planned.ratio)}</span>
        </FigureWords>
      )}
    </FigureTile>
  )
}
