import { FileSearchOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Modal, Spin, Upload } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { FileFindingsView } from './file-findings.tsx'
import { checkStrings } from './strings.ts'
import { useCheckFile } from './use-findings.ts'

const WIDTH = 820
const ACCEPTED = '.json,.csv,.xlsx,.xls,.docx,.txt,.md'

/** A file from outside, checked like a plan before anybody takes it over. */
export function FileCheckButton({ store }: { store: string }) {
  const t = useStrings(checkStrings)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<FileSearchOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t.checkFile}
      </Button>
      {open && <FileCheck store={store} onClose={() => setOpen(false)} />}
    </>
  )
}

function FileCheck({ store, onClose }: { store: string; onClose: () => void }) {
  const t = useStrings(checkStrings)
  const check = useCheckFile(store)
  return (
    <Modal
      open
      title={t.fileTitle}
      width={WIDTH}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <div className={stack.stack}>
        <Spin spinning={check.isPending}>
          <Upload.Dragger
            accept={ACCEPTED}
            showUploadList={false}
            beforeUpload={(file) => {
              check.mutate(file)
              return false
            }}
          >
            <InboxOutlined aria-hidden />
            <p>{check.variables?.name ?? t.fileDrop}</p>
            <p>{t.fileHint}</p>
          </Upload.Dragger>
        </Spin>
        {check.isError && <Problem compact error={check.error} />}
        {check.data && <FileFindingsView found={check.data} />}
      </div>
    </Modal>
  )
}
