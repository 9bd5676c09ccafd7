import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CohortRequest, CohortResult } from '@zhanggui/contract'
import { apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useCohorts = (store: string, request: CohortRequest) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'cohorts', request),
    queryFn: ({ signal }) => apiPost<CohortResult>(storePath(store, 'cohorts'), request, signal),
    placeholderData: keepPreviousData,
  })
