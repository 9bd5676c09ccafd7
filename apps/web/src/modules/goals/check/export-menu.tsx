import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import type { PlanAt } from '../plans/use-plans.ts'
import { checkStrings } from './strings.ts'
import { exportFindingsPath } from './use-findings.ts'

/** The findings as a table, for those who may take data out. */
export function ExportMenu({ at }: { at: PlanAt }) {
  const t = useStrings(checkStrings)
  if (!usePermissions().includes('data:export')) return null
  const items = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: (
      <a href={exportFindingsPath(at, format)} download>
        {format.toUpperCase()}
      </a>
    ),
  }))
  return (
    <Dropdown menu={{ items }}>
      <Button icon={<DownloadOutlined aria-hidden />}>{t.exportFile}</Button>
    </Dropdown>
  )
}
