import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EnrolmentDesk, HoldOut, Rectified, ReservoirView, SlotBoard } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import type { CampaignAt } from '../../use-campaigns.ts'

const key = ({ store, campaign }: CampaignAt, part: string) => queryKeys.storeList(store, 'campaigns', campaign, part)
const path = ({ store, campaign }: CampaignAt, ...rest: string[]): string =>
  storePath(store, 'campaigns', campaign, ...rest)

export const useEnrolmentDesk = (at: CampaignAt) =>
  useQuery({
    queryKey: key(at, 'enrolment'),
    queryFn: ({ signal }) => apiGet<EnrolmentDesk>(path(at, 'enrolment'), signal),
  })

export const useSlotBoard = (at: CampaignAt) =>
  useQuery({ queryKey: key(at, 'slots'), queryFn: ({ signal }) => apiGet<SlotBoard>(path(at, 'slots'), signal) })

export const useReservoir = (at: CampaignAt) =>
  useQuery({
    queryKey: key(at, 'reservoir'),
    queryFn: ({ signal }) => apiGet<ReservoirView>(path(at, 'reservoir'), signal),
  })

/** `heldBp`: share of buyers that was left alone, in basis points. */
export const useHoldOut = (at: CampaignAt, heldBp: number) =>
  useQuery({
    queryKey: [...key(at, 'hold-out'), heldBp],
    queryFn: ({ signal }) => apiGet<HoldOut>(`${path(at, 'hold-out')}?heldBp=${heldBp}`, signal),
    placeholderData: keepPreviousData,
  })

export function useRectify(at: CampaignAt) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => apiPost<Rectified>(path(at, 'enrolment', 'rectify'), undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(at.store, 'campaigns', at.campaign) }),
  })
}
