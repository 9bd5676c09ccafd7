import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AskPayout,
  CreateProgramme,
  PayoutAsked,
  PlayProgramme,
  ProgrammeAsked,
  ProgrammeCasePage,
  ProgrammeCollected,
  ProgrammeEffect,
  ProgrammeInfo,
  ProgrammeKind,
  ProgrammePayout,
  ProgrammePlayed,
  ProgrammeRetention,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type ProgrammeAt = { store: string; programme: string }
export type CaseQuestion = { status: string | null; q: string | null; page: number }

export const CASES_A_PAGE = 50

const all = (store: string) => queryKeys.storeList(store, 'programmes')
const part = ({ store, programme }: ProgrammeAt, ...rest: string[]) =>
  queryKeys.storeList(store, 'programmes', programme, ...rest)
const path = ({ store, programme }: ProgrammeAt, ...rest: string[]) =>
  storePath(store, 'programmes', programme, ...rest)

export const useKinds = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'programme-kinds'),
    queryFn: ({ signal }) => apiGet<ProgrammeKind[]>(storePath(store, 'programme-kinds'), signal),
  })

export const useProgrammes = (store: string) =>
  useQuery({
    queryKey: all(store),
    queryFn: ({ signal }) => apiGet<ProgrammeInfo[]>(storePath(store, 'programmes'), signal),
  })

export const useProgramme = (at: ProgrammeAt) =>
  useQuery({ queryKey: part(at), queryFn: ({ signal }) => apiGet<ProgrammeInfo>(path(at), signal) })

export function useCases(at: ProgrammeAt, { status, q, page }: CaseQuestion) {
  const search = new URLSearchParams({
    ...(status ? { status } : {}),
    ...(q ? { q } : {}),
    offset: String((page - 1) * CASES_A_PAGE),
    limit: String(CASES_A_PAGE),
  })
  return useQuery({
    queryKey: part(at, 'cases', search.toString()),
    queryFn: ({ signal }) => apiGet<ProgrammeCasePage>(`${path(at, 'cases')}?${search}`, signal),
  })
}

export const useToDo = (at: ProgrammeAt) =>
  useQuery({
    queryKey: part(at, 'effects'),
    queryFn: ({ signal }) => apiGet<ProgrammeEffect[]>(`${path(at, 'effects')}?open=yes`, signal),
  })

export const usePayouts = (at: ProgrammeAt) =>
  useQuery({
    queryKey: part(at, 'payouts'),
    queryFn: ({ signal }) => apiGet<ProgrammePayout[]>(path(at, 'payouts'), signal),
  })

export const useRetention = (at: ProgrammeAt) =>
  useQuery({
    queryKey: part(at, 'retention'),
    queryFn: ({ signal }) => apiGet<ProgrammeRetention>(path(at, 'retention'), signal),
  })

/** A change of one programme; every figure of the shop's programmes may be another afterwards. */
function useChange<Input, Answer>(store: string, change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: all(store) }),
  })
}

export const useCreateProgramme = (store: string) =>
  useChange(store, (input: CreateProgramme) => apiPost<ProgrammeInfo>(storePath(store, 'programmes'), input))

export const useOpenProgramme = (at: ProgrammeAt) =>
  useChange(at.store, (reason: string) => apiPost<ProgrammeAsked>(path(at, 'open'), { reason }))

export const useCloseProgramme = (at: ProgrammeAt) =>
  useChange(at.store, () => apiPost<ProgrammeInfo>(path(at, 'close'), undefined))

export const usePlay = (at: ProgrammeAt) =>
  useChange(at.store, (input: PlayProgramme) => apiPost<ProgrammePlayed>(path(at, 'commands'), input))

export const useFinish = (at: ProgrammeAt) =>
  useChange(at.store, (keys: string[]) => apiPost<{ done: number }>(path(at, 'effects', 'done'), { keys }))

export const useAskPayout = (at: ProgrammeAt) =>
  useChange(at.store, (input: AskPayout) => apiPost<PayoutAsked>(path(at, 'payouts'), input))

export const useCollect = (at: ProgrammeAt) =>
  useChange(at.store, () => apiPost<ProgrammeCollected>(path(at, 'collect'), undefined))

/** The statement of an account as a file. */
export const statementPath = (at: ProgrammeAt, account: string): string =>
  `${path(at, 'statement', 'file')}?${new URLSearchParams({ account, format: 'xlsx' })}`

/** What anybody needs to work the draws out again. */
export const proofPath = (at: ProgrammeAt): string => path(at, 'proof')
