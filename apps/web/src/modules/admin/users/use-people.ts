import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AddedMember, AddMember, Member, MemberRole, RoleInfo } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const membersKey = (store: string) => queryKeys.storeList(store, 'members')

/** What roles there are, whose side they stand on and what they may do. */
export const useRoles = () =>
  useQuery({
    queryKey: ['roles'],
    queryFn: ({ signal }) => apiGet<RoleInfo[]>('/v1/roles', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useMembers = (store: string) =>
  useQuery({
    queryKey: membersKey(store),
    queryFn: ({ signal }) => apiGet<Member[]>(storePath(store, 'members'), signal),
  })

export function useAddMember(store: string) {
  const refresh = useRefreshPeople(store)
  return useMutation({
    mutationFn: (member: AddMember) => apiPost<AddedMember>(storePath(store, 'members'), member),
    onSuccess: refresh,
  })
}

export function useSetRole(store: string) {
  const refresh = useRefreshPeople(store)
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: MemberRole }) =>
      apiPut<unknown>(storePath(store, 'members', userId), { role }),
    onSuccess: refresh,
  })
}

export function useRemoveMember(store: string) {
  const refresh = useRefreshPeople(store)
  return useMutation({
    mutationFn: (userId: string) => apiDelete<unknown>(storePath(store, 'members', userId)),
    onSuccess: refresh,
  })
}

/** A membership shows in the shop's list and in the list of all accounts. */
function useRefreshPeople(store: string) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: membersKey(store) }),
      client.invalidateQueries({ queryKey: accountsKey }),
    ])
}

export const accountsKey = ['accounts'] as const
