import { InboxOutlined } from '@ant-design/icons'
import type { PlanTableMode } from '@zhanggui/contract'
import { Alert, Button, Modal, Segmented, Spin, Upload } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import type { PlanAt } from '../use-plans.ts'
import { tableStrings } from './strings.ts'
import { TakenResult } from './taken-result.tsx'
import { useImportTable } from './use-table.ts'

const WIDTH = 760
const ACCEPTED = '.csv,.xlsx,.xls,.txt'

/** A file is read and shown first; only then is it written. */
export function ImportDialog({ at, onClose }: { at: PlanAt; onClose: () => void }) {
  const t = useStrings(tableStrings)
  const [file, setFile] = useState<File | null>(null)
  const [mode, setMode] = useState<PlanTableMode>('replace')
  const read = useImportTable(at)
  const look = (chosen: File, how: PlanTableMode) => {
    setFile(chosen)
    setMode(how)
    read.mutate({ file: chosen, mode: how, apply: false })
  }
  const applied = read.data?.applied ?? false
  const footer = (
    <>
      <Button onClick={onClose}>{applied ? t.close : t.cancel}</Button>
      {!applied && (
        <Button
          type="primary"
          disabled={!file || !read.data}
          loading={read.isPending}
          onClick={() => file && read.mutate({ file, mode, apply: true })}
        >
          {t.apply}
        </Button>
      )}
    </>
  )
  return (
    <Modal open title={t.importTitle} width={WIDTH} onCancel={onClose} footer={footer}>
      <div className={stack.stack}>
        {!applied && <Choose busy={read.isPending} onFile={(chosen) => look(chosen, mode)} name={file?.name ?? null} />}
        {file && !applied && (
          <Segmented
            aria-label={t.mode}
            value={mode}
            onChange={(how) => look(file, how)}
            options={[
              { value: 'replace' as const, label: t.replace },
              { value: 'merge' as const, label: t.merge },
            ]}
          />
        )}
        {applied && <Alert type="success" showIcon title={t.applied} />}
        {read.isError && <Problem compact error={read.error} />}
        {read.data && <TakenResult result={read.data} />}
      </div>
    </Modal>
  )
}

function Choose({ busy, name, onFile }: { busy: boolean; name: string | null; onFile: (file: File) => void }) {
  const t = useStrings(tableStrings)
  return (
    <Spin spinning={busy}>
      <Upload.Dragger
        accept={ACCEPTED}
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file)
          return false
        }}
      >
        <InboxOutlined aria-hidden />
        <p>{name ?? t.importDrop}</p>
        <p>{t.importHint}</p>
      </Upload.Dragger>
    </Spin>
  )
}
