import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ArchiveAnswer } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'

/** What the archive is asked; each is a parameter of the address. */
export const ARCHIVE_PARAMETERS = ['words', 'mechanic', 'category', 'season', 'source'] as const
export type ArchiveSearch = Partial<Record<(typeof ARCHIVE_PARAMETERS)[number], string>>

export function useArchive(asked: ArchiveSearch) {
  const store = useStoreId()
  const search = new URLSearchParams(asked).toString()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'archive', search),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => apiGet<ArchiveAnswer>(`${storePath(store, 'archive')}?${search}`, signal),
  })
}
