import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

const MAX_RETRIES = 2

/** Asking again helps when the server was away, not when it said no. */
const worthRetrying = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 502 || error.status === 503)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (failures, error) => failures < MAX_RETRIES && worthRetrying(error),
        refetchOnWindowFocus: true,
      },
    },
  })
