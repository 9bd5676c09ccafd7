import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AddedFromLibrary,
  AlertInbox,
  AlertLibrary,
  AlertReplay,
  AlertRuleInfo,
  ChangeAlertRule,
  ChangeChannel,
  ChannelInfo,
  ChannelTest,
  CreateAlertRule,
  CreateChannel,
  CreateQuietTime,
  CreateSilence,
  DeliveryInfo,
  IncidentDetail,
  IncidentEvidence,
  IncidentInfo,
  QuietTimeInfo,
  ReplayAlert,
  SilenceInfo,
  WatchedMetric,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'

/** Rules are judged four times a minute. */
const EVERY_MS = 15_000

function useAlertQuery<T>(path: readonly string[], { search = '', every }: { search?: string; every?: number } = {}) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'alerts', ...path, search),
    queryFn: ({ signal }) => apiGet<T>(`${storePath(store, ...path)}${search}`, signal),
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
}

const INCIDENTS = ['alerts', 'incidents'] as const

export const useIncidents = (search: string) =>
  useAlertQuery<IncidentInfo[]>(INCIDENTS, { search: search && `?${search}`, every: EVERY_MS })
export const useIncident = (id: string) => useAlertQuery<IncidentDetail>([...INCIDENTS, id], { every: EVERY_MS })
export const useEvidence = (id: string) => useAlertQuery<IncidentEvidence>([...INCIDENTS, id, 'evidence'])
export const useRules = () => useAlertQuery<AlertRuleInfo[]>(['alert-rules'], { every: EVERY_MS })
export const useLibrary = () => useAlertQuery<AlertLibrary>(['alert-library'])
export const useWatchedMetrics = () => useAlertQuery<WatchedMetric[]>(['alert-metrics'])
export const useQuietTimes = () => useAlertQuery<QuietTimeInfo[]>(['alert-quiet-times'])
export const useSilences = () => useAlertQuery<SilenceInfo[]>(['alert-silences'])
export const useChannels = () => useAlertQuery<ChannelInfo[]>(['notice-channels'], { every: EVERY_MS })
export const useDeadLetters = () => useAlertQuery<DeliveryInfo[]>(['notice-deliveries'], { search: '?state=dead' })

export const useInbox = () => useAlertQuery<AlertInbox>(['alerts', 'inbox'], { every: EVERY_MS })

/** A change; everything of the alerts is asked again after it. */
function useAlertChange<Input, Output>(send: (store: string, input: Input) => Promise<Output>) {
  const store = useStoreId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => send(store, input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'alerts') }),
  })
}

export type IncidentStep = { id: number; step: 'acknowledge' | 'comments' | 'resolve' | 'result'; body?: object }
export const useIncidentStep = () =>
  useAlertChange((store, { id, step, body = {} }: IncidentStep) =>
    apiPost<IncidentDetail>(storePath(store, ...INCIDENTS, String(id), step), body),
  )

export const useAddLibrary = () =>
  useAlertChange((store, ids: string[] | undefined) =>
    apiPost<AddedFromLibrary>(storePath(store, 'alert-library'), ids ? { ids } : {}),
  )
export const useSwitchRule = () =>
  useAlertChange((store, { id, enabled }: { id: string; enabled: boolean }) =>
    apiPut<AlertRuleInfo>(storePath(store, 'alert-rules', id, 'enabled'), { enabled }),
  )
export const useCreateRule = () =>
  useAlertChange((store, rule: CreateAlertRule) => apiPost<AlertRuleInfo>(storePath(store, 'alert-rules'), rule))
export const useChangeRule = () =>
  useAlertChange((store, { id, change }: { id: string; change: ChangeAlertRule }) =>
    apiPut<AlertRuleInfo>(storePath(store, 'alert-rules', id), change),
  )
export const useRemoveRule = () => useAlertChange((store, id: string) => apiDelete(storePath(store, 'alert-rules', id)))

/** A question, not a change: nothing is asked again. */
export function useReplay() {
  const store = useStoreId()
  return useMutation({
    mutationFn: (asked: ReplayAlert) => apiPost<AlertReplay>(storePath(store, 'alert-replay'), asked),
  })
}

export const useAddQuietTime = () =>
  useAlertChange((store, quiet: CreateQuietTime) =>
    apiPost<QuietTimeInfo[]>(storePath(store, 'alert-quiet-times'), quiet),
  )
export const useRemoveQuietTime = () =>
  useAlertChange((store, id: number) => apiDelete(storePath(store, 'alert-quiet-times', String(id))))
export const useAddSilence = () =>
  useAlertChange((store, silence: CreateSilence) => apiPost<SilenceInfo[]>(storePath(store, 'alert-silences'), silence))
export const useRemoveSilence = () =>
  useAlertChange((store, id: number) => apiDelete(storePath(store, 'alert-silences', String(id))))

export const useAddChannel = () =>
  useAlertChange((store, channel: CreateChannel) => apiPost<ChannelInfo>(storePath(store, 'notice-channels'), channel))
export const useChangeChannel = () =>
  useAlertChange((store, { id, change }: { id: string; change: ChangeChannel }) =>
    apiPut<ChannelInfo>(storePath(store, 'notice-channels', id), change),
  )
export const useRemoveChannel = () =>
  useAlertChange((store, id: string) => apiDelete(storePath(store, 'notice-channels', id)))
export const useTestChannel = () =>
  useAlertChange((store, id: string) => apiPost<ChannelTest>(storePath(store, 'notice-channels', id, 'test'), {}))
export const useResend = () =>
  useAlertChange((store, id: string) =>
    apiPost<{ messages: number }>(storePath(store, 'notice-channels', id, 'resend'), {}),
  )

/** Everything up to a message has been seen. */
export const useReadInbox = () =>
  useAlertChange((store, upTo: number) => apiPut<AlertInbox>(storePath(store, 'alerts', 'inbox', 'read'), { upTo }))
