import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChangePassword, OpenSession } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPut } from '../../../api/client.ts'

const openSessionsKey = ['open-sessions'] as const

export const useOpenSessions = () =>
  useQuery({
    queryKey: openSessionsKey,
    queryFn: ({ signal }) => apiGet<OpenSession[]>('/v1/sessions', signal),
  })

export function useRevokeSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => apiDelete<unknown>(`/v1/sessions/${encodeURIComponent(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: openSessionsKey }),
  })
}

/** Ends every other session too, so the list is read again. */
export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (values: ChangePassword) => apiPut<unknown>('/v1/session/password', values),
    onSuccess: () => client.invalidateQueries({ queryKey: openSessionsKey }),
  })
}
