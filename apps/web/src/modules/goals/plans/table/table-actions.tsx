import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tag } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStrings } from '../../../../locale/strings.ts'
import type { PlanAt } from '../use-plans.ts'
import { tableStrings } from './strings.ts'
import type { OpenDialog } from './table-editor.tsx'
import { exportTablePath } from './use-table.ts'

type Props = {
  at: PlanAt
  editable: boolean
  dirty: boolean
  saving: boolean
  onSave: () => void
  onUndo: () => void
  onOpen: (dialog: OpenDialog) => void
}

/** Import, export, take over into tasks, save. What works on the stored table waits until it is saved. */
export function TableActions({ at, editable, dirty, saving, onSave, onUndo, onOpen }: Props) {
  const t = useStrings(tableStrings)
  const mayExport = usePermissions().includes('data:export')
  return (
    <>
      {mayExport && <ExportMenu at={at} />}
      {editable && !dirty && (
        <>
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => onOpen('import')}>
            {t.importFile}
          </Button>
          <Button onClick={() => onOpen('derive')}>{t.derive}</Button>
        </>
      )}
      {editable && dirty && (
        <>
          <Tag color="warning">{t.dirty}</Tag>
          <Button onClick={onUndo}>{t.undo}</Button>
        </>
      )}
      {editable && (
        <Button type="primary" disabled={!dirty} loading={saving} onClick={onSave}>
          {t.save}
        </Button>
      )}
    </>
  )
}

function ExportMenu({ at }: { at: PlanAt }) {
  const t = useStrings(tableStrings)
  const items = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: (
      <a href={exportTablePath(at, format)} download>
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
