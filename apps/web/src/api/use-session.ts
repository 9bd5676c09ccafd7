import { useQuery } from '@tanstack/react-query'
import type { SessionInfo } from '@zhanggui/contract'
import { apiGet } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** Who is signed in, and what they may do in which shop. */
export const useSession = () =>
  useQuery({
    queryKey: queryKeys.session,
    queryFn: ({ signal }) => apiGet<SessionInfo>('/v1/session', signal),
    staleTime: 5 * 60_000,
  })
