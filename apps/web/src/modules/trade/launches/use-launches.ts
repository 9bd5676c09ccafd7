import { useQuery } from '@tanstack/react-query'
import type { LaunchReports } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Units go within minutes once a launch is open. */
const REFRESH_MS = 5000

export const useLaunches = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'launches'),
    queryFn: ({ signal }) => apiGet<LaunchReports>(storePath(store, 'launches'), signal),
    refetchInterval: REFRESH_MS,
  })
