import { CodeOutlined, DownloadOutlined, LinkOutlined } from '@ant-design/icons'
import type { QueryRequest } from '@zhanggui/contract'
import { Button, Dropdown } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { useCopy } from '../../../parts/use-copy.ts'
import { exportLink } from './export-link.ts'
import { strings } from './strings.ts'
import { ViewsButton } from './views/views-button.tsx'

type ExploreActionsProps = { request: QueryRequest; onSql: () => void }

/** Share the question, take the answer away, see how it was made. */
export function ExploreActions({ request, onSql }: ExploreActionsProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const mayExport = usePermissions().includes('data:export')
  const copy = useCopy()
  const files = (['csv', 'xlsx'] as const).map((format) => ({
    key: format,
    label: (
      <a href={exportLink(store, request, { format, language })} download>
        {format === 'csv' ? t.exportCsv : t.exportXlsx}
      </a>
    ),
  }))
  return (
    <>
      <ViewsButton request={request} />
      <Button icon={<CodeOutlined aria-hidden />} onClick={onSql}>
        {t.sql}
      </Button>
      <Button
        icon={<LinkOutlined aria-hidden />}
        onClick={() => void copy(async () => navigator.clipboard.writeText(fixedLink(request)))}
      >
        {t.copyLink}
      </Button>
      {mayExport && (
        <Dropdown menu={{ items: files }} trigger={['click']}>
          <Button icon={<DownloadOutlined aria-hidden />}>{t.export}</Button>
        </Dropdown>
      )}
    </>
  )
}

/** The address with fixed days instead of a rolling period: whoever opens it later sees the same figures. */
function fixedLink({ from, to }: QueryRequest): string {
  const link = new URL(window.location.href)
  link.searchParams.delete('range')
  if (from) link.searchParams.set('from', from)
  if (to) link.searchParams.set('to', to)
  return link.href
}
