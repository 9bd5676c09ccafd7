import { Button } from 'antd'
import { Link } from 'react-router'
import { useStrings } from '../locale/strings.ts'
import { PageHeader } from '../parts/page-header.tsx'
import { strings } from './strings.ts'

export function NotFound() {
  const t = useStrings(strings)
  return (
    <>
      <PageHeader title={t.notFound} lead={t.notFoundText} />
      <Link to="/">
        <Button tabIndex={-1} type="primary">
          {t.home}
        </Button>
      </Link>
    </>
  )
}
