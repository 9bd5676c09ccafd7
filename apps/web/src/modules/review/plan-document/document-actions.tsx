import { DownloadOutlined, ExpandOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'
import { documentPath } from './use-document.ts'

const present = (): void => void document.getElementById('document-reader')?.requestFullscreen()

/** Take it away, show it, print it. */
export function DocumentActions({ at }: { at: Parameters<typeof documentPath>[0] }) {
  const t = useStrings(strings)
  const mayExport = usePermissions().includes('data:export')
  const files = (['docx', 'pptx'] as const).map((format) => ({
    key: format,
    label: (
      <a href={documentPath(at, format)} download>
        {format === 'docx' ? t.word : t.slides}
      </a>
    ),
  }))
  return (
    <>
      <Button icon={<ExpandOutlined aria-hidden />} onClick={present}>
        {t.present}
      </Button>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t.print}
      </Button>
      {mayExport && (
        <Dropdown menu={{ items: files }} trigger={['click']}>
          <Button type="primary" icon={<DownloadOutlined aria-hidden />}>
            {t.download}
          </Button>
        </Dropdown>
      )}
    </>
  )
}
