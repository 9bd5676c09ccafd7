import { Navigate, Outlet, useLocation } from 'react-router'
import { useSession } from '../api/use-session.ts'
import { Problem } from '../parts/problem.tsx'
import { RouteSkeleton } from '../shell/route-skeleton.tsx'
import { ChangePasswordPage } from './change-password-page.tsx'

/** Lets signed-in people through; everyone else goes to the sign-in page and comes back to where they wanted to go. */
export function SessionGate() {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.isPending) return <RouteSkeleton />
  if (!session.data) return <Problem error={session.error} onRetry={() => void session.refetch()} />
  if (session.data.user === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${next}`} replace />
  }
  if (session.data.user.mustChangePassword) return <ChangePasswordPage />
  return <Outlet />
}
