import { useQuery } from '@tanstack/react-query'
import type { ChannelInfo, ConnectorInfo, SimulatedMessage } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useConnectors = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'connectors'),
    queryFn: ({ signal }) => apiGet<ConnectorInfo[]>(storePath(store, 'connectors'), signal),
  })

/** The shop's channels that speak to a simulator. */
export const useSimulatedChannels = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'notice-channels'),
    queryFn: ({ signal }) => apiGet<ChannelInfo[]>(storePath(store, 'notice-channels'), signal),
    select: (channels) => channels.filter(({ simulated }) => simulated),
  })

export const useSimulatedMessages = (store: string, channel: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, `notice-channels/${channel}/simulated`),
    queryFn: ({ signal }) =>
      apiGet<SimulatedMessage[]>(storePath(store, 'notice-channels', channel, 'simulated'), signal),
  })
