import { useQuery } from '@tanstack/react-query'
import type { RoleInfo } from '@zhanggui/contract'
import { apiGet } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** What each role is called and may do. */
export const useRoles = () =>
  useQuery({
    queryKey: queryKeys.roles,
    queryFn: ({ signal }) => apiGet<RoleInfo[]>('/v1/roles', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
