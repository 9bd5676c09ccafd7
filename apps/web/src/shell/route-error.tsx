import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { useStrings } from '../locale/strings.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Problem } from '../parts/problem.tsx'
import { strings } from './strings.ts'

/** After an update the old page asks for code that no longer exists; only a reload helps. */
const isStaleCode = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)

export function RouteError() {
  const t = useStrings(strings)
  const error = useRouteError()
  const reload = () => window.location.reload()
  if (!isStaleCode(error)) return <Problem error={error} onRetry={reload} />
  return (
    <EmptyState
      title={t.routeError}
      text={t.updated}
      action={
        <Button type="primary" onClick={reload}>
          {t.reload}
        </Button>
      }
    />
  )
}
