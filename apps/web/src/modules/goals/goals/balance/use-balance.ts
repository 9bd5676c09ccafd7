import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AovChange, CacAnswer, CheckCac, DailyBase, GoalsChanged, RepurchaseGoals } from '@zhanggui/contract'
import { apiGet, apiPost } from '../../../../api/client.ts'
import { type PlanAt, planKeys, planPath, useRefreshPlan } from '../../plans/use-plans.ts'

const keyOf = (at: PlanAt, what: string, ...rest: unknown[]) =>
  [...planKeys.plan(at), 'balance', what, ...rest] as const
const pathOf = (at: PlanAt, part: string): string => planPath(at, 'goals', part)

export const useAovChange = (at: PlanAt) =>
  useQuery({
    queryKey: keyOf(at, 'aov'),
    queryFn: ({ signal }) => apiGet<AovChange>(pathOf(at, 'aov'), signal),
    refetchOnWindowFocus: false,
  })

export const useDailyBase = (at: PlanAt) =>
  useQuery({
    queryKey: keyOf(at, 'base'),
    queryFn: ({ signal }) => apiGet<DailyBase>(pathOf(at, 'daily-base'), signal),
    refetchOnWindowFocus: false,
  })

export const useRepurchase = (at: PlanAt, windowDays: number) =>
  useQuery({
    queryKey: keyOf(at, 'repurchase', windowDays),
    queryFn: ({ signal }) => apiGet<RepurchaseGoals>(`${pathOf(at, 'repurchase')}?windowDays=${windowDays}`, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

/** The cost of a new buyer for what is typed; the last verdict stays while the next one is on its way. */
export const useCac = (at: PlanAt, asked: CheckCac | null) =>
  useQuery({
    queryKey: keyOf(at, 'cac', asked),
    queryFn: ({ signal }) => apiPost<CacAnswer>(planPath(at, 'budget', 'cac'), asked, signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })

/** A proposal for what is set, worked out without changing anything. */
export const useProposal = <T>(at: PlanAt, part: 'category-mix' | 'regions' | 'aov-path', asked: object | null) =>
  useQuery({
    queryKey: keyOf(at, part, asked),
    queryFn: ({ signal }) => apiPost<T>(pathOf(at, part), asked, signal),
    enabled: asked !== null,
    retry: false,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

/** Writes a proposal into the goals; everything of the plan is then read anew. */
export function useWriteProposal(at: PlanAt, part: 'category-mix' | 'regions' | 'aov-path' | 'improvement') {
  const client = useQueryClient()
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (asked: object) =>
      apiPost<GoalsChanged | { changed: GoalsChanged }>(pathOf(at, part), { ...asked, apply: true }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [...planKeys.plan(at), 'goals', 'view'] })
      void refresh()
    },
  })
}

export const changedOf = (answer: GoalsChanged | { changed: GoalsChanged }): GoalsChanged =>
  'changed' in answer ? answer.changed : answer
