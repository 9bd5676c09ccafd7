import { useQuery } from '@tanstack/react-query'
import type { SetupProgress } from '@zhanggui/contract'
import { apiGet } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'

const POLL_MS = 700

/** How far the demo shop is; asks again while it is being made. */
export const useSetupProgress = () =>
  useQuery({
    queryKey: queryKeys.setupProgress,
    queryFn: ({ signal }) => apiGet<SetupProgress>('/v1/setup/progress', signal),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_MS : false),
  })
