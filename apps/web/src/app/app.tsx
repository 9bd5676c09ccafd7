import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { setSignedOutHandler } from '../api/client.ts'
import { createQueryClient } from '../api/query-client.ts'
import { queryKeys } from '../api/query-keys.ts'
import { ThemeProvider } from '../theme/theme-provider.tsx'
import { createRouter } from './router.tsx'

const queryClient = createQueryClient()
const router = createRouter()

// A session that ended elsewhere shows at the next call: ask again who is signed in, and the gate does the rest.
setSignedOutHandler(() => void queryClient.invalidateQueries({ queryKey: queryKeys.session }))

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <ThemeProvider>
      <RouterProvider router={router} />
    </ThemeProvider>
  </QueryClientProvider>
)
