import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ForecastRequest, ForecastResult } from '@zhanggui/contract'
import { apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useForecast = (store: string, request: ForecastRequest) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'forecast', request),
    queryFn: ({ signal }) => apiPost<ForecastResult>(storePath(store, 'forecast'), request, signal),
    placeholderData: keepPreviousData,
  })
