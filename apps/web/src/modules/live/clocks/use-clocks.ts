import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ClockBoard,
  ClockDetail,
  ClockReport,
  DutyView,
  EnterClockEvent,
  LiveLoad,
  MerchantWarnings,
  ProposeRota,
  RaiseDutyPage,
  RaiseMerchantWarning,
  RotaProposal,
  StartClockRequest,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'

/** Seconds between two answers; in between the page counts by itself. */
const EVERY_MS = 15_000

const LIVE = { refetchInterval: EVERY_MS, placeholderData: keepPreviousData }

export type BoardFilter = { state: 'open' | 'settled'; ladder: string | null; owner: string | null }

function boardPath(store: string, { state, ladder, owner }: BoardFilter): string {
  const search = new URLSearchParams({ state, ...(ladder ? { ladder } : {}), ...(owner ? { owner } : {}) })
  return `${storePath(store, 'live', 'clocks')}?${search}`
}

export function useBoard(filter: BoardFilter) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'board', filter),
    queryFn: ({ signal }) => apiGet<ClockBoard>(boardPath(store, filter), signal),
    ...LIVE,
  })
}

export function useClock(id: string) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'one', id),
    queryFn: ({ signal }) => apiGet<ClockDetail>(storePath(store, 'live', 'clocks', id), signal),
    refetchInterval: EVERY_MS,
  })
}

/** A change to deadlines; everything that counts is asked again after it. */
function useChange<Input, Answer = unknown>(send: (store: string, input: Input) => Promise<Answer>) {
  const store = useStoreId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => send(store, input),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'clocks') }),
  })
}

export const useStartClock = () =>
  useChange((store, input: StartClockRequest) =>
    apiPost<{ id: string; created: boolean }>(storePath(store, 'live', 'clocks'), input),
  )

export const useEnterEvent = (clock: string) =>
  useChange((store, input: EnterClockEvent) => apiPost(storePath(store, 'live', 'clocks', clock, 'events'), input))

export const useAssignClock = (clock: string) =>
  useChange((store, owner: string | null) => apiPut(storePath(store, 'live', 'clocks', clock, 'owner'), { owner }))

export function useDuty(range: { from: string; to: string }) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'duty', range),
    queryFn: ({ signal }) =>
      apiGet<DutyView>(`${storePath(store, 'live', 'duty')}?${new URLSearchParams(range)}`, signal),
    ...LIVE,
  })
}

export function useLoad() {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'load'),
    queryFn: ({ signal }) => apiGet<LiveLoad>(storePath(store, 'live', 'load'), signal),
    ...LIVE,
  })
}

export const useRaisePage = () =>
  useChange((store, input: RaiseDutyPage) => apiPost(storePath(store, 'live', 'duty', 'pages'), input))

export const useAcknowledge = () =>
  useChange((store, page: string) => apiPost(storePath(store, 'live', 'duty', 'pages', page, 'acknowledge'), {}))

export const useProposeRota = () =>
  useChange((store, input: ProposeRota) => apiPost<RotaProposal>(storePath(store, 'live', 'duty', 'proposal'), input))

export function useWarnings() {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'warnings'),
    queryFn: ({ signal }) => apiGet<MerchantWarnings>(storePath(store, 'live', 'merchant-warnings'), signal),
    ...LIVE,
  })
}

export const useRaiseWarning = () =>
  useChange((store, input: RaiseMerchantWarning) => apiPost(storePath(store, 'live', 'merchant-warnings'), input))

export const useWritePlan = (warning: string) =>
  useChange((store, plan: string) => apiPut(storePath(store, 'live', 'merchant-warnings', warning, 'plan'), { plan }))

export const useFilePlan = (warning: string) =>
  useChange((store, reference: string) =>
    apiPost(storePath(store, 'live', 'merchant-warnings', warning, 'file'), { reference }),
  )

export function useReport(asked: { from: string; to: string; by: 'ladder' | 'owner' }) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'clocks', 'report', asked),
    queryFn: ({ signal }) =>
      apiGet<ClockReport>(`${storePath(store, 'live', 'clocks', 'report')}?${new URLSearchParams(asked)}`, signal),
    placeholderData: keepPreviousData,
  })
}
