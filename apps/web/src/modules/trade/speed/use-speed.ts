import { useQuery } from '@tanstack/react-query'
import type { PageSpeedReport } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useSpeed = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'page-speed'),
    queryFn: ({ signal }) => apiGet<PageSpeedReport>(storePath(store, 'page-speed'), signal),
  })
