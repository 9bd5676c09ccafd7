import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type {
  BudgetBalances,
  BudgetCatalogue,
  BudgetLine,
  BudgetRules,
  BudgetTable,
  BudgetWorkedOut,
  ConfirmReading,
  OverrideStage,
  PlanPartSaved,
  ReadBudgetTable,
  StartBudget,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiUpload } from '../../api/client.ts'
import { type PlanAt, planKeys, planPath, useRefreshPlan } from '../goals/plans/use-plans.ts'

export const budgetKeys = {
  catalogue: ['budget-catalogue'] as const,
  of: (at: PlanAt, what: string, ...rest: unknown[]) => [...planKeys.plan(at), 'budget', what, ...rest] as const,
}

export const budgetPath = (at: PlanAt, ...parts: string[]): string => planPath(at, 'budget', ...parts)

/** What budgets are spent on, and the profiles; the same for everybody until the next release. */
export const useBudgetCatalogue = () =>
  useQuery({
    queryKey: budgetKeys.catalogue,
    queryFn: ({ signal }) => apiGet<BudgetCatalogue>('/v1/budget-catalogue', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The stored budget, worked out. */
export const useBudget = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'worked-out'),
    queryFn: ({ signal }) => apiGet<BudgetWorkedOut>(budgetPath(at), signal),
  })

export type EditedBudget = { lines: readonly BudgetLine[]; rules: BudgetRules; profile: string | null }

/** A budget that is being edited, worked out by the server; the last answer stays while the next one is on its way. */
export const useEditedBudget = (at: PlanAt, edited: EditedBudget) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'edited', edited),
    queryFn: ({ signal }) => apiPost<BudgetWorkedOut>(budgetPath(at, 'resolve'), edited, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })

export const useBalances = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'balances'),
    queryFn: ({ signal }) => apiGet<BudgetBalances>(budgetPath(at, 'balances'), signal),
  })

/** A call that changes the plan's budget; everything of the plan is read again after it. */
function useBudgetCall<Input, Output>(at: PlanAt, call: (input: Input) => Promise<Output>) {
  const refresh = useRefreshPlan(at)
  return useMutation({ mutationFn: call, onSuccess: refresh })
}

export const useStartBudget = (at: PlanAt) =>
  useBudgetCall(at, (input: StartBudget) => apiPost<PlanPartSaved>(budgetPath(at, 'start'), input))

export const useConfirmReading = (at: PlanAt) =>
  useBudgetCall(at, (input: ConfirmReading) => apiPost<PlanPartSaved>(budgetPath(at, 'reading'), input))

export const useAllowInStage = (at: PlanAt) =>
  useBudgetCall(at, (input: OverrideStage) => apiPost<unknown>(budgetPath(at, 'overrides'), input))

export const useOpenLedger = (at: PlanAt) =>
  useBudgetCall(at, () => apiPost<{ posted: number }>(budgetPath(at, 'open'), {}))

/** Reads a pasted block or a file into lines; nothing is stored. */
export const useReadTable = (at: PlanAt) =>
  useMutation({
    mutationFn: (input: ReadBudgetTable | { file: File; base: ReadBudgetTable['base'] }) => {
      if (!('file' in input)) return apiPost<BudgetTable>(budgetPath(at, 'table'), input)
      const form = new FormData()
      form.append('file', input.file)
      const base = input.base ? `?base=${input.base}` : ''
      return apiUpload<BudgetTable>(`${budgetPath(at, 'table-file')}${base}`, form)
    },
  })
