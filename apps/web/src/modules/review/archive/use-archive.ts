import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ArchiveAnswer, DraftLessonsQuery, ProposedLessons } from '@zhanggui/contract'
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

/** What is known of campaigns like one that is about to be written; asked once there is something to go by. */
export function useDraftLessons(store: string, asked: DraftLessonsQuery) {
  const known = Object.entries(asked).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'archive', 'lessons', search),
    enabled: asked.template !== undefined || asked.copyOf !== undefined,
    retry: false,
    queryFn: ({ signal }) => apiGet<ProposedLessons>(`${storePath(store, 'archive', 'lessons')}?${search}`, signal),
  })
}
