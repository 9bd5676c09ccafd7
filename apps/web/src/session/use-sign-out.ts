import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiDelete } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'

/** Ends the session. Nothing of this person stays in memory for the next one. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => apiDelete<unknown>('/v1/session'),
    onSuccess: async () => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKeys.session[0] })
      await queries.invalidateQueries({ queryKey: queryKeys.session })
    },
  })
}
