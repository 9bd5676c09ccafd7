import { useQuery } from '@tanstack/react-query'
import type { OverdueTask } from '@zhanggui/contract'
import { apiGet } from '../../../../api/client.ts'
import { type PlanAt, planKeys, planPath } from '../use-plans.ts'

/** Who has to hear of which overdue task, by task. */
export const useOverdue = (at: PlanAt): ReadonlyMap<string, OverdueTask> => {
  const { data } = useQuery({
    queryKey: [...planKeys.plan(at), 'overdue'],
    queryFn: ({ signal }) => apiGet<OverdueTask[]>(planPath(at, 'overdue'), signal),
  })
  return new Map((data ?? []).map((row) => [row.task, row]))
}
