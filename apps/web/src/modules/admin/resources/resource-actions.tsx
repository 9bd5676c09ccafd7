import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import type { ResourceInfo } from '@zhanggui/contract'
import { Button, Dropdown } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import { canCreateByForm } from './form-fields.ts'
import type { ListQuestion } from './list-question.ts'
import { OPEN_IMPORT, OPEN_NEW } from './open-values.ts'
import { strings } from './strings.ts'
import { exportPath, type ResourceAt } from './use-resources.ts'

type Props = { at: ResourceAt; resource: ResourceInfo; question: ListQuestion; onOpen: (what: string) => void }

/** New, import, and an export of just what the list shows. */
export function ResourceActions({ at, resource, question, onOpen }: Props) {
  const t = useStrings(strings)
  const permissions = usePermissions()
  return (
    <>
      {permissions.includes('data:export') && (
        <Dropdown
          menu={{
            items: (['csv', 'xlsx'] as const).map((format) => ({
              key: format,
              label: (
                <a href={exportPath(at, question, format)} download>
                  {format.toUpperCase()}
                </a>
              ),
            })),
          }}
        >
          <Button icon={<DownloadOutlined aria-hidden />}>{t.exportFile}</Button>
        </Dropdown>
      )}
      {resource.canWrite && (
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => onOpen(OPEN_IMPORT)}>
          {t.importFile}
        </Button>
      )}
      {resource.canWrite && canCreateByForm(resource) && (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onOpen(OPEN_NEW)}>
          {t.create}
        </Button>
      )}
    </>
  )
}
