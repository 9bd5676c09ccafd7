import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ScenarioAnswer } from '@zhanggui/contract'
import { useDeferredValue } from 'react'
import { apiPost } from '../../../api/client.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import type { BudgetProps } from '../budget-home.tsx'
import { budgetKeys, budgetPath } from '../use-budget.ts'
import { Outcome } from './outcome.tsx'
import { scenarioStrings } from './scenario-strings.ts'
import styles from './scenario-view.module.css'
import { questionOf, type Shocks, shocksOf } from './shocks.ts'
import { Sliders } from './sliders.tsx'

const useScenario = (at: PlanAt, shocks: Shocks) => {
  const question = questionOf(shocks)
  return useQuery({
    queryKey: budgetKeys.of(at, 'scenario', question),
    queryFn: ({ signal }) => apiPost<ScenarioAnswer>(budgetPath(at, 'scenario'), question, signal),
    placeholderData: keepPreviousData,
  })
}

/** Sliders on what may go differently, and what the year then comes to. The sliders are in the URL. */
export default function ScenarioView({ at, plan }: BudgetProps) {
  const t = useStrings(scenarioStrings)
  const format = useFormat(plan.currency)
  const { get, set } = useSearchState()
  const shocks = shocksOf(get)
  const query = useScenario(at, useDeferredValue(shocks))
  return (
    <Card title={t.title} note={t.note}>
      <div className={styles.layout}>
        <Sliders shocks={shocks} onChange={(change) => set(change, { replace: true })} />
        <PanelBody<ScenarioAnswer> query={query} height={360}>
          {(answer) => <Outcome answer={answer} format={format} />}
        </PanelBody>
      </div>
    </Card>
  )
}
