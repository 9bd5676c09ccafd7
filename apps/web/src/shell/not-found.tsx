import { Button } from 'antd'
import { Link } from 'react-router'
import { useStrings } from '../locale/strings.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { strings } from './strings.ts'

export function NotFound() {
  const t = useStrings(strings)
  return (
    <EmptyState
      title={t.notFound}
      text={t.notFoundText}
      action={
        <Link to="/">
          <Button type="primary">{t.home}</Button>
        </Link>
      }
    />
  )
}
