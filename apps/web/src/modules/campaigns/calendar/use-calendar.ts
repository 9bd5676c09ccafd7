import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AppliedTemplate,
  CalendarImport,
  CalendarTemplate,
  CalendarYear,
  EventProposal,
  PlacedOccasion,
  PlaceOccasion,
  PlanSummary,
  ResourceRow,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiUpload, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { addDays } from '../../../range/day-arithmetic.ts'

type Asked = { year: number; plan: string | null }

const search = ({ year, plan }: Asked): string =>
  new URLSearchParams({ year: String(year), ...(plan ? { plan } : {}) }).toString()

export const useCalendar = (store: string, asked: Asked) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'calendar', asked),
    queryFn: ({ signal }) => apiGet<CalendarYear>(`${storePath(store, 'calendar')}?${search(asked)}`, signal),
    placeholderData: keepPreviousData,
  })

export const icsPath = (store: string, asked: Asked): string => `${storePath(store, 'calendar.ics')}?${search(asked)}`

export const usePlans = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'plans', 'list'),
    queryFn: ({ signal }) => apiGet<PlanSummary[]>(storePath(store, 'plans'), signal),
  })

export const useTemplates = (store: string, year: number) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'calendar-templates', year),
    queryFn: ({ signal }) =>
      apiGet<CalendarTemplate[]>(`${storePath(store, 'calendar', 'templates')}?year=${year}`, signal),
  })

/** Own dates count in every figure of the shop: everything of it is stale. */
export function useRefreshShop(store: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: queryKeys.store(store) })
}

/** Makes an own occasion of a proposal. */
export function useAcceptProposal(store: string) {
  const refresh = useRefreshShop(store)
  return useMutation({
    mutationFn: ({ proposal, name }: { proposal: EventProposal; name: string }) =>
      apiPost<ResourceRow>(storePath(store, 'resources', 'shop-occasions'), {
        data: {
          name,
          kind: proposal.kind,
          fromDay: proposal.from,
          mainDay: proposal.mainDay,
          toDay: addDays(proposal.to, -1),
        },
      }),
    onSuccess: refresh,
  })
}

export function useImportCalendar(store: string) {
  const refresh = useRefreshShop(store)
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return apiUpload<CalendarImport>(storePath(store, 'calendar', 'ics'), form)
    },
    onSuccess: refresh,
  })
}

export function useApplyTemplate(store: string, plan: string) {
  const refresh = useRefreshShop(store)
  return useMutation({
    mutationFn: (template: string) =>
      apiPost<AppliedTemplate>(storePath(store, 'calendar', 'templates', template, 'apply'), { plan }),
    onSuccess: refresh,
  })
}

/** Puts an occasion with its building blocks into a plan. */
export function usePlaceOccasion(store: string) {
  const refresh = useRefreshShop(store)
  return useMutation({
    mutationFn: (asked: PlaceOccasion) =>
      apiPost<PlacedOccasion>(storePath(store, 'calendar', 'occasions', 'place'), asked),
    onSuccess: refresh,
  })
}
