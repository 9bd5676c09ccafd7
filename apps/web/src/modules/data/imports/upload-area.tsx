import { InboxOutlined } from '@ant-design/icons'
import type { UploadResult } from '@zhanggui/contract'
import { Alert, Button, Progress, Upload } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { listed, remarked } from '../../../locale/punctuation.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { importsStrings } from './imports-strings.ts'
import styles from './upload-area.module.css'
import { type Upload as Sending, useUpload } from './use-upload.ts'

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls,.zip,.gz'

/** Where files are dropped. Shows the way of an upload, and keeps the choice of files when it fails. */
export function UploadArea({ store, onUploaded }: { store: string; onUploaded: (result: UploadResult) => void }) {
  const t = useStrings(importsStrings)
  const { upload, send, stop } = useUpload(store, onUploaded)
  if (upload?.problem) return <FailedUpload upload={upload} onRetry={() => void send(upload.files)} onStop={stop} />
  if (upload) return <RunningUpload upload={upload} onStop={stop} />
  return (
    <Upload.Dragger
      multiple
      accept={ACCEPTED}
      showUploadList={false}
      beforeUpload={(file, chosen) => {
        // Called once for each file of the choice; the whole choice goes in one request.
        if (file === chosen.at(-1)) void send(chosen)
        return false
      }}
    >
      <p className={styles.icon}>
        <InboxOutlined aria-hidden />
      </p>
      <p className={styles.title}>{t.dropTitle}</p>
      <p className={styles.hint}>{t.dropHint}</p>
      <p className={styles.hint}>{t.dropPrivacy}</p>
    </Upload.Dragger>
  )
}

function RunningUpload({ upload, onStop }: { upload: Sending; onStop: () => void }) {
  const t = useStrings(importsStrings)
  const language = useLanguage()
  const format = useFormat()
  return (
    <div className={styles.running} aria-live="polite">
      <p className={styles.title}>{t.uploading(format.count(upload.files.length))}</p>
      <Progress percent={Math.floor(upload.share * 100)} status="active" aria-label={t.uploading('')} />
      <p className={styles.hint}>
        {listed(
          upload.files.map((file) => remarked(file.name, format.bytes(file.size), language)),
          language,
        )}
      </p>
      <Button onClick={onStop}>{t.stop}</Button>
    </div>
  )
}

function FailedUpload({ upload, onRetry, onStop }: { upload: Sending; onRetry: () => void; onStop: () => void }) {
  const t = useStrings(importsStrings)
  const language = useLanguage()
  return (
    <Alert
      type="error"
      showIcon
      title={t.uploadFailed}
      description={
        <>
          <p>{language === 'zh' ? upload.problem?.messageZh : upload.problem?.messageEn}</p>
          <p>{t.uploadKept}</p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={onRetry}>
              {t.retry}
            </Button>
            <Button onClick={onStop}>{t.stop}</Button>
          </div>
        </>
      }
    />
  )
}
