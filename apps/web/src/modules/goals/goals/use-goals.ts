import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AddNodeDrivers,
  DriversAnswer,
  EditGoals,
  FillBaselines,
  GoalGap,
  GoalReplay,
  GoalsAttainment,
  GoalsChanged,
  GoalsView,
  NodeDriversAnswer,
  PlanPartSaved,
  ReconcileGoals,
  SolveDrivers,
  SpreadGoals,
  StageGates,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut } from '../../../api/client.ts'
import { type PlanAt, planKeys, planPath, useRefreshPlan } from '../plans/use-plans.ts'

const keyOf = (at: PlanAt, what: string, ...rest: unknown[]) => [...planKeys.plan(at), 'goals', what, ...rest] as const
const pathOf = (at: PlanAt, ...parts: string[]): string => planPath(at, 'goals', ...parts)
const withAsOf = (path: string, asOf: string | null): string => (asOf ? `${path}?asOf=${asOf}` : path)

/** The tree with what does not add up. */
export const useGoals = (at: PlanAt) =>
  useQuery({
    queryKey: keyOf(at, 'view'),
    queryFn: ({ signal }) => apiGet<GoalsView>(pathOf(at), signal),
    refetchOnWindowFocus: false,
  })

/** How far every goal is; forecasts take the server some seconds the first time. */
export const useAttainment = (at: PlanAt, asOf: string | null) =>
  useQuery({
    queryKey: keyOf(at, 'attainment', asOf),
    queryFn: ({ signal }) => apiGet<GoalsAttainment>(withAsOf(pathOf(at, 'attainment'), asOf), signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

export const useGap = (at: PlanAt, goal: string, asOf: string | null) =>
  useQuery({
    queryKey: keyOf(at, 'gap', goal, asOf),
    queryFn: ({ signal }) => apiGet<GoalGap>(withAsOf(pathOf(at, goal, 'gap'), asOf), signal),
    retry: false,
    refetchOnWindowFocus: false,
  })

export const useReplay = (at: PlanAt, goal: string) =>
  useMutation({ mutationFn: () => apiGet<GoalReplay>(pathOf(at, goal, 'replay')) })

export const useStages = (at: PlanAt) =>
  useQuery({ queryKey: keyOf(at, 'stages'), queryFn: ({ signal }) => apiGet<StageGates>(pathOf(at, 'stages'), signal) })

/** The driver equation for what the sliders say; the last answer stays while the next one is on its way. */
export const useDrivers = (at: PlanAt, asked: SolveDrivers) =>
  useQuery({
    queryKey: keyOf(at, 'drivers', asked),
    queryFn: ({ signal }) => apiPost<DriversAnswer>(pathOf(at, 'drivers'), asked, signal),
    placeholderData: keepPreviousData,
  })

export type NodeGrowth = Pick<AddNodeDrivers, 'cvrGrowthBp' | 'aovGrowthBp' | 'periods'>

/** What every goal on paid sales needs of visitors, conversion and AOV; nothing is changed. Only who may write asks for it. */
export const useNodeDrivers = (at: PlanAt, growth: NodeGrowth, { revision, may }: { revision: number; may: boolean }) =>
  useQuery({
    queryKey: keyOf(at, 'node-drivers', revision, growth),
    queryFn: ({ signal }) => apiPost<NodeDriversAnswer>(pathOf(at, 'node-drivers'), { ...growth, revision }, signal),
    enabled: may,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

/** Writes them into the goals. */
export function useWriteNodeDrivers(at: PlanAt, revision: number) {
  const reread = useRereadGoals(at)
  return useMutation({
    mutationFn: (growth: NodeGrowth) =>
      apiPost<NodeDriversAnswer>(pathOf(at, 'node-drivers'), { ...growth, revision, apply: true }),
    onSuccess: reread,
  })
}

export type GoalChange =
  | { kind: 'edit'; body: Omit<EditGoals, 'revision'> }
  | { kind: 'spread'; body: Omit<SpreadGoals, 'revision'> }
  | { kind: 'reconcile'; body: Omit<ReconcileGoals, 'revision'> }
  | { kind: 'baselines'; body: Omit<FillBaselines, 'revision'> }

/** Waits for the tree, which the next edit needs; forecasts and findings, which take longer, follow by themselves. */
function useRereadGoals(at: PlanAt) {
  const client = useQueryClient()
  const refresh = useRefreshPlan(at)
  return async () => {
    await client.invalidateQueries({ queryKey: keyOf(at, 'view') })
    void refresh()
  }
}

/** Previews a change, or with `apply` makes it; the revision that was read goes with it. */
export function useChangeGoals(at: PlanAt, revision: number) {
  const reread = useRereadGoals(at)
  return useMutation({
    mutationFn: ({ kind, body }: GoalChange) => apiPost<GoalsChanged>(pathOf(at, kind), { ...body, revision }),
    onSuccess: (changed) => (changed.applied ? reread() : undefined),
  })
}

/** Puts the goals back as they were before a change. */
export function useRestoreGoals(at: PlanAt) {
  const reread = useRereadGoals(at)
  return useMutation({
    mutationFn: ({ revision, before }: { revision: number; before: Pick<GoalsView, 'goals' | 'measures'> }) =>
      apiPut<PlanPartSaved>(planPath(at, 'parts', 'goals'), {
        revision,
        body: { goals: before.goals, measures: before.measures },
        reason: '撤销',
      }),
    onSuccess: reread,
  })
}
