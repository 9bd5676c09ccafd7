import { useQuery } from '@tanstack/react-query'
import type { DutyView, IncidentInfo, RunSheet } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { usePermissions } from '../../../app/use-permissions.ts'

/** Alerts, run sheet and duty move by the minute, not by the second. */
const EVERY_MS = 10_000

/** Alerts that nobody has resolved yet, the newest first. */
export const useOpenIncidents = (store: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: queryKeys.storeList(store, 'live-incidents'),
    queryFn: async ({ signal }) => {
      const all = await apiGet<IncidentInfo[]>(`${storePath(store, 'alerts', 'incidents')}?limit=50`, signal)
      return all.filter((incident) => incident.state !== 'resolved')
    },
    refetchInterval: EVERY_MS,
    retry: false,
  })

export function useDuty(store: string, day: string, enabled: boolean) {
  const reads = usePermissions().includes('plan:read')
  return useQuery({
    queryKey: queryKeys.storeList(store, 'live-duty', day),
    queryFn: ({ signal }) =>
      apiGet<DutyView>(`${storePath(store, 'live', 'duty')}?from=${day}&to=${nextDay(day)}`, signal),
    enabled: enabled && reads,
    refetchInterval: EVERY_MS * 6,
    retry: false,
  })
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The run sheet of the campaign that the day stands in; null without one. */
export function useRunSheet(store: string, campaign: string | null, enabled: boolean) {
  const reads = usePermissions().includes('plan:read')
  return useQuery({
    queryKey: queryKeys.storeList(store, 'live-run-sheet', campaign ?? ''),
    queryFn: ({ signal }): Promise<RunSheet | null> =>
      campaign === null
        ? Promise.resolve(null)
        : apiGet<RunSheet>(storePath(store, 'campaigns', campaign, 'run-sheet'), signal),
    enabled: enabled && reads,
    refetchInterval: EVERY_MS,
    retry: false,
  })
}
