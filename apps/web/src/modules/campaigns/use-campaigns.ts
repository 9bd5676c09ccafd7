import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ActOnCampaignEntry,
  CampaignConflicts,
  CampaignDetail,
  CampaignEntryKind,
  CampaignSummary,
  CampaignTemplateInfo,
  CampaignWork,
  ChangeCampaign,
  CreateCampaign,
  MoveCampaign,
  PutCampaignEntry,
  RunSheet,
  SignCampaign,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../api/client.ts'
import { queryKeys } from '../../api/query-keys.ts'

export type CampaignAt = { store: string; campaign: string }

const keys = {
  all: (store: string) => queryKeys.storeList(store, 'campaigns'),
  one: ({ store, campaign }: CampaignAt, ...rest: string[]) =>
    queryKeys.storeList(store, 'campaigns', campaign, ...rest),
}

const pathOf = ({ store, campaign }: CampaignAt, ...rest: string[]): string =>
  storePath(store, 'campaigns', campaign, ...rest)

/** Phases and readiness move by the clock, so what is looked at asks again. */
const LIVE_MS = 30_000
/** The run sheet is read by the minute. */
const RUN_MS = 5000

export const useCampaigns = (store: string) =>
  useQuery({
    queryKey: keys.all(store),
    queryFn: ({ signal }) => apiGet<CampaignSummary[]>(storePath(store, 'campaigns'), signal),
    refetchInterval: LIVE_MS,
  })

export const useCampaign = (at: CampaignAt) =>
  useQuery({
    queryKey: keys.one(at),
    queryFn: ({ signal }) => apiGet<CampaignDetail>(pathOf(at), signal),
    refetchInterval: LIVE_MS,
  })

export const useWork = (at: CampaignAt) =>
  useQuery({
    queryKey: keys.one(at, 'work'),
    queryFn: ({ signal }) => apiGet<CampaignWork>(pathOf(at, 'work'), signal),
  })

export const useConflicts = (at: CampaignAt) =>
  useQuery({
    queryKey: keys.one(at, 'conflicts'),
    queryFn: ({ signal }) => apiGet<CampaignConflicts>(pathOf(at, 'conflicts'), signal),
  })

export const useRunSheet = (at: CampaignAt) =>
  useQuery({
    queryKey: keys.one(at, 'run-sheet'),
    queryFn: ({ signal }) => apiGet<RunSheet>(pathOf(at, 'run-sheet'), signal),
    refetchInterval: RUN_MS,
  })

/** The same for every shop; it changes with the program only. */
export const useTemplates = () =>
  useQuery({
    queryKey: ['campaign-templates'],
    queryFn: ({ signal }) => apiGet<CampaignTemplateInfo[]>('/v1/campaign-templates', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

function useRefresh(store: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.all(store) })
}

export function useCreateCampaign(store: string) {
  const onSuccess = useRefresh(store)
  return useMutation({
    mutationFn: (input: CreateCampaign) => apiPost<CampaignDetail>(storePath(store, 'campaigns'), input),
    onSuccess,
  })
}

export function useChangeCampaign(at: CampaignAt) {
  const onSuccess = useRefresh(at.store)
  return useMutation({ mutationFn: (input: ChangeCampaign) => apiPut<CampaignDetail>(pathOf(at), input), onSuccess })
}

export function useMoveCampaign(at: CampaignAt) {
  const onSuccess = useRefresh(at.store)
  return useMutation({
    mutationFn: (input: MoveCampaign) =>
      apiPost<{ performed: boolean; request: string | null }>(pathOf(at, 'move'), input),
    onSuccess,
  })
}

export function useSignCampaign(at: CampaignAt) {
  const onSuccess = useRefresh(at.store)
  return useMutation({
    mutationFn: (input: SignCampaign) => apiPost<CampaignDetail>(pathOf(at, 'sign'), input),
    onSuccess,
  })
}

export type EntryAt = { kind: CampaignEntryKind; id: string }

export function usePutEntry(at: CampaignAt) {
  const onSuccess = useRefresh(at.store)
  return useMutation({
    mutationFn: ({ kind, id, ...input }: EntryAt & PutCampaignEntry) =>
      apiPut<CampaignDetail>(pathOf(at, 'entries', kind, id), input),
    onSuccess,
  })
}

export function useActOnEntry(at: CampaignAt) {
  const onSuccess = useRefresh(at.store)
  return useMutation({
    mutationFn: ({ kind, id, action, ...input }: EntryAt & { action: string } & ActOnCampaignEntry) =>
      apiPost<CampaignDetail>(pathOf(at, 'entries', kind, id, action), input),
    onSuccess,
  })
}
