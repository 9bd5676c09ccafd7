import type { PlanSummary } from '@zhanggui/contract'
import { useSearchState } from '../../../app/use-search-state.ts'

/** The plan that the URL names (`?plan=`), else the latest; undefined when there is none. */
export const chosenPlan = (plans: readonly PlanSummary[], named: string | null): PlanSummary | undefined =>
  plans.find(({ id }) => id === named) ?? plans[0]

/** Which of the plans a page is about, and how to choose another. */
export function useChosenPlan(plans: readonly PlanSummary[]): {
  plan: PlanSummary | undefined
  choose: (id: string) => void
} {
  const { get, set } = useSearchState()
  return { plan: chosenPlan(plans, get('plan')), choose: (plan) => set({ plan }) }
}
