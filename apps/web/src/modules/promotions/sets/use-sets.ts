import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ProposedSets } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** What is asked of the proposals; the rest is the server's own. */
export type SetChoice = { days: number; cutBp: number; across: 'any' | 'category' | 'brand' }

export const useSets = (store: string, choice: SetChoice) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'promotions', 'sets', choice),
    queryFn: ({ signal }) => {
      const { days, cutBp, across } = choice
      const query = new URLSearchParams({ days: String(days), cutBp: String(cutBp), across })
      return apiGet<ProposedSets>(`${storePath(store, 'promotion-sets')}?${query}`, signal)
    },
    placeholderData: keepPreviousData,
  })
