import { useQuery } from '@tanstack/react-query'
import type { PlanFindings } from '@zhanggui/contract'
import { apiGet } from '../../../api/client.ts'
import { type PlanAt, planKeys, planPath } from './use-plans.ts'

/** How many findings the check has today, by level. */
export const useFindingCounts = (at: PlanAt) =>
  useQuery({
    queryKey: [...planKeys.plan(at), 'findings'],
    queryFn: ({ signal }) => apiGet<PlanFindings>(planPath(at, 'findings'), signal),
    select: ({ counts }) => counts,
  })
