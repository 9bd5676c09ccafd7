import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CreateUser, UpdateUser, UserInfo, UserWithPassword } from '@zhanggui/contract'
import { apiGet, apiPost, apiPut } from '../../../api/client.ts'
import { accountsKey } from './use-people.ts'

/** Everyone who can sign in; only the owner may ask. */
export const useAccounts = () =>
  useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => apiGet<UserInfo[]>('/v1/users', signal),
  })

export function useCreateAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (user: CreateUser) => apiPost<UserWithPassword>('/v1/users', user),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsKey }),
  })
}

export function useUpdateAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: UpdateUser }) =>
      apiPut<UserWithPassword>(`/v1/users/${encodeURIComponent(id)}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsKey }),
  })
}
